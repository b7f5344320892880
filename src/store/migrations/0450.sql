-- People who sign in with their own devices: keys, invitations, sessions, and what was tried.

-- What this store is for, from its first start on: a sandbox is never served as anything else, nor anything else as a sandbox.
create table installation (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('sandbox', 'production'))
);
insert into installation (mode) select 'sandbox' from log_head where origin = 'sandbox.proviso.example/log';

-- A key of a person's own (src/authorisation/person-key.ts). `body` is what the log has; a passkey's counter and COSE key
-- are what the next sign-in is checked against. A key that ended signs nothing more; what it signed before stands.
create table person_key (
  key_id text primary key,
  person text not null,
  body jsonb not null,
  leaf_index bigint not null,
  credential_id text unique,
  cose bytea,
  counter bigint not null default 0,
  used_at timestamptz,
  ended_at timestamptz
);
create index person_key_by_person on person_key (person);

-- A one-time code by which a person registers the first key, kept as its hash. In a recovery it has two halves, one for each
-- of the two registrars: neither knows the whole.
create table invitation (
  code_sha256 text primary key,
  person text not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table recovery (
  recovery_id uuid primary key,
  person text not null,
  authority text not null,
  reasons text not null,
  asked_by text not null references mandate,
  asked_at timestamptz not null,
  -- The first registrar's half of the code, as its hash.
  half_sha256 text not null,
  approved_by text references mandate,
  approved_at timestamptz
);

-- Whom an identity provider (OpenID Connect) vouches for. A binding that ended lets nobody in.
create table federated_subject (
  issuer text not null,
  subject text not null,
  person text not null,
  bound_by text not null references mandate,
  bound_at timestamptz not null,
  primary key (issuer, subject)
);

-- What happened to a person's identity, for that person and their registrars to read.
create table identity_event (
  event_id uuid primary key,
  person text not null,
  kind text not null,
  by_mandate text,
  at timestamptz not null,
  about text not null,
  leaf_index bigint
);
create index identity_event_by_person on identity_event (person, at desc);

-- Things that count once: a challenge, a nonce of a signed call, a sign-in at an identity provider that is under way.
create table once (
  name text primary key,
  body jsonb,
  expires_at timestamptz not null
);
create index once_by_expiry on once (expires_at);

-- Sign-ins that failed, by account or by address (hashed), counted in windows.
create table failed_sign_in (
  bucket text not null,
  window_start timestamptz not null,
  failures integer not null,
  primary key (bucket, window_start)
);

-- A session is of a person under one mandate; choosing another mandate makes a new session of it.
drop table session;
create table session (
  token_sha256 text primary key,
  session_id uuid not null unique,
  person text not null,
  mandate text not null references mandate,
  csrf text not null,
  method text not null,
  client text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person);

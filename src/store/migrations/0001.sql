-- The first store. Events, leaves, documents and readings are only ever inserted; a correction is a new event.
-- Portable core: no plpgsql, no LISTEN/NOTIFY, no advisory locks (design: portability).

-- Who may act, for whom, until when, with which key (src/authorisation/mandate.ts).
create table mandate (
  id text primary key,
  body jsonb not null,
  leaf_index bigint not null
);

-- A case as lists and locks need it: derived from its events, version counts them.
create table case_file (
  case_id uuid primary key,
  request_id uuid not null unique,
  state text not null,
  version integer not null,
  requesting_state text not null,
  requested_state text not null,
  -- The central authority that decides, the one that asked, and (once granted) the provider that must answer.
  authority text not null,
  requesting_authority text not null,
  provider text,
  opened_at timestamptz not null,
  changed_at timestamptz not null
);
create index case_file_by_authority on case_file (authority, changed_at desc);
create index case_file_by_requesting_authority on case_file (requesting_authority, changed_at desc);
create index case_file_by_provider on case_file (provider, changed_at desc);
create index case_file_by_state on case_file (requested_state, changed_at desc);

create table case_event (
  case_id uuid not null references case_file,
  number integer not null,
  at timestamptz not null,
  by_mandate text not null references mandate,
  body jsonb not null,
  leaf_index bigint not null,
  primary key (case_id, number)
);

-- Bytes as they were received or made, by their SHA-256: requests, orders, notes, manifests.
create table document (
  sha256 text primary key,
  bytes bytea not null
);

-- What a case must keep to itself: `link`, the key that joins its leaves and nothing else; `withheld`, the seed under which
-- withheld items were hashed. Destroying one unlinks or unproves, and leaves the log as it is.
create table case_secret (
  case_id uuid not null references case_file,
  name text not null,
  bytes bytea not null,
  primary key (case_id, name)
);

-- The transparency log: leaves, the hashes of complete subtrees by storage position, and the one head.
create table leaf (
  leaf_index bigint primary key,
  bytes bytea not null,
  hash bytea not null,
  authority text not null,
  -- What opens the commitment; destroying it erases the content and leaves the count.
  opening jsonb
);
create index leaf_by_authority on leaf (authority, leaf_index desc);
create table tree_hash (
  position bigint primary key,
  hash bytea not null
);
create table log_head (
  origin text primary key,
  vkey text not null,
  size bigint not null,
  root bytea not null
);

-- An act that was answered is answered the same again (idempotency); another body under its id is a conflict.
create table act_receipt (
  act_id uuid primary key,
  input_sha256 text not null,
  answer jsonb not null,
  at timestamptz not null
);

-- What must reach somebody outside; read and sent after the act, at its own pace.
create table outbox (
  outbox_id uuid primary key,
  case_id uuid not null,
  recipient text not null,
  body jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz
);

-- Every look at a case (mission C4).
create table reading (
  reading_id uuid primary key,
  case_id uuid not null references case_file,
  mandate text not null,
  page text not null,
  at timestamptz not null
);
create index reading_by_case on reading (case_id, at);

create table session (
  token_sha256 text primary key,
  mandate text not null references mandate,
  csrf text not null,
  expires_at timestamptz not null
);

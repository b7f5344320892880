-- The queue: one line for each case, as lists, filters and the search need it. It is derived from the events and may be
-- made again at will. A case whose line is behind is known by `queued_version`; the partial index holds only those.
alter table case_file add column queued_version integer not null default 0;
create index case_file_unqueued on case_file (changed_at) where queued_version < version;

create table case_line (
  case_id uuid primary key references case_file,
  version integer not null,
  state text not null,
  measure text,
  requesting_state text not null,
  requested_state text not null,
  authority text not null,
  requesting_authority text not null,
  provider text,
  -- The officers (mandates) who have the case.
  assigned text[] not null,
  -- The role for which the case waits, when that is due, and what is due soonest for anybody ('9999-12-31' where nothing is).
  waits_for text,
  due_at timestamptz not null,
  due_kind text,
  next_due_at timestamptz not null,
  -- Urgency: 0 comes first, 9 last (9 less the weight of triage), and the factors that say why.
  place smallint not null,
  because text[] not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- What each reader may search: the requested State, the asking State, the provider from the authorisation on.
  words_requested tsvector not null,
  words_requesting tsvector not null,
  words_provider tsvector
);

-- By urgency for whom it waits, and by the last change, for each kind of reach (src/standing/reach.ts).
create index case_line_authority_waits on case_line (authority, waits_for, place, due_at, opened_at, case_id);
create index case_line_authority_changed on case_line (authority, changed_at desc, case_id desc);
create index case_line_authority_due on case_line (authority, next_due_at);
create index case_line_requesting_waits on case_line (requesting_authority, waits_for, place, due_at, opened_at, case_id);
create index case_line_requesting_changed on case_line (requesting_authority, changed_at desc, case_id desc);
create index case_line_requesting_due on case_line (requesting_authority, next_due_at);
create index case_line_provider_waits on case_line (provider, waits_for, place, due_at, opened_at, case_id);
create index case_line_provider_changed on case_line (provider, changed_at desc, case_id desc);
create index case_line_provider_due on case_line (provider, next_due_at);
create index case_line_state_waits on case_line (requested_state, waits_for, place, due_at, opened_at, case_id);
create index case_line_state_changed on case_line (requested_state, changed_at desc, case_id desc);
create index case_line_state_due on case_line (requested_state, next_due_at);
-- For filters that few cases meet.
create index case_line_assigned on case_line using gin (assigned);
create index case_line_by_state on case_line (state, changed_at desc);
create index case_line_by_measure on case_line (measure, changed_at desc);
create index case_line_by_requesting_state on case_line (requesting_state, changed_at desc);
create index case_line_words_requested on case_line using gin (words_requested);
create index case_line_words_requesting on case_line using gin (words_requesting);
create index case_line_words_provider on case_line using gin (words_provider);

-- A filter that a person keeps under a name. It holds no search terms.
create table saved_view (
  mandate text not null references mandate,
  name text not null,
  query text not null,
  saved_at timestamptz not null,
  primary key (mandate, name)
);

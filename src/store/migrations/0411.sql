-- The register of each authority, as it was kept: who granted and revoked which mandate, which authorities of other States
-- are known, with their keys and the channel on which they are called back. Only ever inserted.
create table register_event (
  leaf_index bigint primary key,
  authority text not null,
  at timestamptz not null,
  by_mandate text references mandate,
  kind text not null,
  -- What it is about: the id of a mandate, or of an entry of an authority.
  subject text not null,
  body jsonb not null
);
create index register_event_by_authority on register_event (authority, leaf_index desc);
create index register_event_by_subject on register_event (subject, kind);
-- What has ended does not end a second time.
create unique index register_event_ends_once on register_event (subject) where kind in ('mandate-revoked', 'authority-ended');

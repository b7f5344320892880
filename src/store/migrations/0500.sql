-- Evidence is kept in parts, each an object of its own in a folder or a bucket, encrypted under its case's key. The key is
-- the case's secret `storage` (case_secret) together with the installation's (keyring): destroying either destroys the
-- evidence, wherever its parts and their copies lie.

-- A file while it arrives, and until the act that hands it in.
create table evidence_upload (
  upload_id uuid primary key,
  case_id uuid not null references case_file,
  mandate text not null references mandate,
  name text not null,
  -- Bytes that the sender announced.
  announced bigint not null,
  received bigint not null,
  -- [{"object": ..., "size": ...}] in order; size before encryption.
  parts jsonb not null,
  -- Of all bytes, once all are there.
  sha256 text,
  began_at timestamptz not null
);
create index evidence_upload_by_case on evidence_upload (case_id, began_at);

-- A whole file of a case, by its SHA-256.
create table evidence_file (
  case_id uuid not null references case_file,
  sha256 text not null,
  size bigint not null,
  parts jsonb not null,
  primary key (case_id, sha256)
);

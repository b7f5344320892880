-- Every checkpoint that a quorum of witnesses signed, as it was published (docs/spec/log-directory.md). Two of them prove
-- between which moments a leaf was recorded. A lost row makes the time wider, never wrong.
create table witnessed_head (
  size bigint primary key,
  note bytea not null
);

-- The figures of each month (docs/spec/figures.md) and the leaf that holds their hash. They follow from the leaves and can be made again.
create table figure (
  counts text not null,
  test integer not null,
  body jsonb not null,
  leaf_index bigint not null,
  primary key (counts, test)
);

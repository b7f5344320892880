-- Duties and timers: copies of what the events of a case say, made again at will (src/request/duty.ts, timer.ts).
-- A case whose copies are behind is known by `timed_version`; the partial index holds only those.
alter table case_file add column timed_version integer not null default 0;
create index case_file_untimed on case_file (changed_at) where timed_version < version;

-- An event that no person made: a date passed, and the clock wrote that down.
alter table case_event alter column by_mandate drop not null;

create table duty (
  case_id uuid not null references case_file,
  -- Its kind and the number of the event that opened it.
  duty_id text not null,
  kind text not null,
  -- Who owes it; a court is known by its State alone.
  owner_role text not null,
  owner_authority text,
  due_at timestamptz not null,
  -- The provision from which it comes, and who set its date: treaty, order, request or ours.
  cites text not null,
  dated_by text not null,
  -- `open` and `extended` are pending; whether one of them is overdue, only an instant can tell.
  state text not null check (state in ('open', 'extended', 'met', 'ended')),
  opened_by integer not null,
  settled_by integer,
  primary key (case_id, duty_id)
);
create index duty_pending on duty (owner_authority, owner_role, due_at) where state in ('open', 'extended');

-- What is to happen at an instant. Once fired a row stays, so that it cannot fire again, whatever the clock does.
create table timer (
  case_id uuid not null references case_file,
  timer_id text not null,
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (case_id, timer_id)
);
create index timer_waiting on timer (due_at) where fired_at is null;

-- The latest instant that any process saw, and each time that a clock went back.
create table clock_seen (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);
create table clock_jump (
  jump_id uuid primary key,
  seen_at timestamptz not null,
  went_back_to timestamptz not null
);

-- The officers to whom a case is assigned, by mandate, for lists and searches: derived from its events.
alter table case_file add column assigned text[] not null default '{}';
-- Cases from before belong to those who received and sent them.
update case_file c set assigned = coalesce(
  (select array_agg(distinct e.by_mandate) from case_event e join mandate m on m.id = e.by_mandate
   where e.case_id = c.case_id and m.body->>'role' in ('case-officer', 'requesting-officer')), '{}');

-- Why the reader might read: by assignment, by breaking the glass, by office, in oversight.
alter table reading add column basis text;
create index reading_by_time on reading (at desc, reading_id);
create index reading_by_mandate on reading (mandate, at desc, reading_id);

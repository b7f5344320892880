-- Orders in emergencies, for the public page of debts.
create index case_event_emergency on case_event (leaf_index desc)
  where body->>'kind' = 'authorised' and body ? 'emergency';

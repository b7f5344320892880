-- Who writes the log: the process that claimed it last. An append moves the head only where this is still itself, so of two
-- processes over one database one stops (src/store/claim-writing.ts, decision 0081).
alter table log_head add column writer uuid;

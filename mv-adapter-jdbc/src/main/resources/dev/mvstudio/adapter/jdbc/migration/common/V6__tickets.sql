-- When the generator was first about to be called for this attempt.
alter table job add column intended_at timestamp(6) with time zone;

-- Backend and id of the ticket: no two jobs have the same. A job of an older version gets its own with its next change.
alter table job add column ticket_key varchar;
create unique index job_ticket_once on job (ticket_key);

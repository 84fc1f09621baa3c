create function job_refuse_illegal_transition() returns trigger language plpgsql as $$
begin
    if new.state <> old.state and not (
        (old.state = 'queued' and new.state in ('running', 'failed', 'canceling', 'canceled'))
        or (old.state = 'running' and new.state in ('succeeded', 'failed', 'canceling'))
        or (old.state = 'canceling' and new.state in ('succeeded', 'failed', 'canceled'))
        or (old.state in ('failed', 'canceled') and new.state = 'queued')
    ) then
        raise exception 'a job that is % must not become %', old.state, new.state using errcode = '23514';
    end if;
    return new;
end;
$$;

create trigger job_legal_transition before update on job for each row
    execute function job_refuse_illegal_transition();

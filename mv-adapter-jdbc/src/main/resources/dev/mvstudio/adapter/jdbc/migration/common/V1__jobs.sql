-- One row for each lane, there to be locked: who gives places or counts those who wait holds it.
create table lane (
    name varchar primary key
);

create table job (
    id                uuid primary key,
    -- The order of creation.
    seq               bigint generated always as identity unique,
    parent            uuid references job (id) on delete cascade,
    step              varchar,
    kind              varchar not null,
    caller            varchar not null,
    lane              varchar not null,
    backend           varchar not null,
    model             varchar not null,
    flavor            varchar not null,
    request           text not null,
    warnings          text not null,
    estimate_amount   varchar not null,
    estimate_currency varchar not null,
    keep_ordered      boolean not null,
    created_at        timestamp(6) with time zone not null,
    idempotency_key   varchar,
    fingerprint       varchar,
    webhook           text,

    state             varchar not null,
    -- Since when it waits, or waited, for its place in the lane.
    queued_at         timestamp(6) with time zone not null,
    attempt           integer not null,
    checkpoint        varchar not null,
    ticket            text,
    outputs           text not null,
    stage             varchar not null,
    progress          double precision not null,
    message           text,
    result            text,
    error             text,
    started_at        timestamp(6) with time zone,
    finished_at       timestamp(6) with time zone,
    keep              boolean not null,
    version           bigint not null,

    constraint job_step_once unique (parent, step),
    constraint job_key_once unique (caller, idempotency_key),
    constraint job_step_has_parent check ((parent is null) = (step is null)),
    constraint job_key_has_fingerprint check ((idempotency_key is null) = (fingerprint is null)),
    constraint job_state_known
        check (state in ('queued', 'running', 'succeeded', 'failed', 'canceling', 'canceled')),
    constraint job_checkpoint_known check (checkpoint in ('none', 'intent', 'ticket', 'outputs')),
    constraint job_attempt_counts_from_one check (attempt >= 1),
    constraint job_progress_is_a_fraction check (progress >= 0 and progress <= 1),
    constraint job_result_when_succeeded check ((state = 'succeeded') = (result is not null)),
    constraint job_error_when_failed check ((state in ('failed', 'canceled')) = (error is not null)),
    constraint job_finished_when_final
        check ((state in ('succeeded', 'failed', 'canceled')) = (finished_at is not null))
);

create index job_waiting on job (lane, state, queued_at, seq);
create index job_states on job (state, finished_at);
create index job_durations on job (kind, backend, model, state, finished_at);

create table event (
    job      uuid not null references job (id) on delete cascade,
    id       bigint not null,
    type     varchar not null,
    at       timestamp(6) with time zone not null,
    state    varchar not null,
    stage    varchar not null,
    progress double precision not null,
    message  text,

    primary key (job, id)
);

-- When places were given, for as long as this counts.
create table admission (
    lane varchar not null,
    at   timestamp(6) with time zone not null
);

create index admission_of_lane on admission (lane, at);

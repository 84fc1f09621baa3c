-- How far the telling of a job is.
create table delivery (
    job        uuid primary key references job (id) on delete cascade,
    past       bigint not null,
    tries      integer not null,
    not_before timestamp(6) with time zone,
    gone       boolean not null,
    version    bigint not null
);

-- What could not be told.
create table dead_letter (
    job    uuid not null references job (id) on delete cascade,
    event  bigint not null,
    url    text not null,
    tries  integer not null,
    at     timestamp(6) with time zone not null,
    answer text not null,

    primary key (job, event)
);

create index dead_letter_last on dead_letter (at);

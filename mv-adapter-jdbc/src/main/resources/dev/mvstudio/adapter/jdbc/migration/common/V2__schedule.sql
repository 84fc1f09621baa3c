-- The table of db-scheduler, and a column of our own that counts how often somebody was woken.
create table schedule (
    task_name            varchar not null,
    task_instance        varchar not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone not null,
    picked               boolean not null,
    picked_by            varchar,
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint not null,
    priority             smallint,
    woken                bigint default 0 not null,

    primary key (task_name, task_instance)
);

create index schedule_due on schedule (picked, execution_time);
create index schedule_heartbeat on schedule (last_heartbeat);

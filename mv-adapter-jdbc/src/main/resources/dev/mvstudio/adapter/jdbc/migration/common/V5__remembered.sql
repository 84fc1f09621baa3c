-- What all processes on this database agree upon, such as the name of the store where the files lie.
create table remembered (
    name varchar primary key,
    what varchar not null
);

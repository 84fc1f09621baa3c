-- Image sequences, as JSON documents: what must be found or kept apart has a column of its own.
create table image_sequence (
    folder varchar primary key,
    what   text not null
);

create table image_scene (
    folder varchar not null references image_sequence (folder) on delete cascade,
    number integer not null,
    what   text not null,
    image  text,

    primary key (folder, number),
    constraint image_scene_counts_from_one check (number >= 1)
);

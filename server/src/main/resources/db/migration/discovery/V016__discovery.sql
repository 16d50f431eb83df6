create table discovery_board (
  workspace_id uuid not null,
  program_id uuid not null,
  wave_id uuid not null,
  basis text,
  verbatims integer not null default 0,
  said integer not null default 0,
  cut boolean not null default false,
  computed_at timestamptz,
  texts_read integer not null default 0,
  texts_all integer not null default 0,
  failed_at timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  primary key (workspace_id, program_id, wave_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave
);

create table discovery_group (
  workspace_id uuid not null,
  program_id uuid not null,
  wave_id uuid not null,
  group_id uuid not null,
  position integer not null,
  label text not null,
  terms text[] not null,
  responses uuid[] not null,
  in_wave integer not null,
  in_wave_before integer,
  quotations jsonb not null,
  primary key (workspace_id, program_id, wave_id, group_id),
  foreign key (workspace_id, program_id, wave_id) references discovery_board
);

create index discovery_group_by_id on discovery_group (workspace_id, program_id, group_id);

create table discovery_dismissal (
  workspace_id uuid not null,
  program_id uuid not null,
  group_id uuid not null,
  responses uuid[] not null,
  seen_at timestamptz not null,
  dismissed_by uuid not null,
  dismissed_at timestamptz not null,
  primary key (workspace_id, program_id, group_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, dismissed_by) references member
);

create table discovery_theme (
  workspace_id uuid not null,
  program_id uuid not null,
  group_id uuid not null,
  theme_key text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, program_id, group_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, made_by) references member
);

create table change (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  theme_key text not null,
  title text not null,
  announcement text not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program
);

create index change_by_program on change (workspace_id, program_id, made_at, id);

create table program (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table survey (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  version integer not null,
  score_question text not null,
  why_question text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  constraint survey_version_once unique (workspace_id, program_id, version)
);

create table wave (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  survey_id uuid not null,
  name text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, survey_id) references survey,
  constraint wave_name_once unique (workspace_id, program_id, name),
  constraint wave_closes_after_it_opens check (closes_at > opens_at)
);

create index wave_by_program on wave (workspace_id, program_id, opens_at, id);

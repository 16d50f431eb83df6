create table program (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- One version of what is asked; content is never changed. published_by is null for the first version.
create table survey (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  version integer not null,
  content jsonb not null,
  note text not null,
  published_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, published_by) references member,
  constraint survey_version_once unique (workspace_id, program_id, version)
);

-- What the team is writing; becomes the next version. revision counts its changes, so that nobody overwrites another unseen.
create table survey_draft (
  workspace_id uuid not null,
  program_id uuid not null,
  content jsonb not null,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (workspace_id, program_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, changed_by) references member
);

create table survey_comment (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  about text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, written_by) references member,
  foreign key (workspace_id, resolved_by) references member
);

create index survey_comment_by_program on survey_comment (workspace_id, program_id, id);

create table wave (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  survey_id uuid not null,
  name text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  timing text,
  module text not null default '',
  session text not null default '',
  touchpoint text not null default '',
  rolling boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, survey_id) references survey,
  constraint wave_name_once unique (workspace_id, program_id, name),
  constraint wave_closes_after_it_opens check (closes_at > opens_at),
  constraint wave_timing_known check (timing in ('mid', 'end', 'post'))
);

create index wave_by_program on wave (workspace_id, program_id, opens_at, id);

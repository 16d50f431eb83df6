create table codebook (
  workspace_id uuid not null references workspace,
  id uuid not null,
  active_version integer not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table codebook_version (
  workspace_id uuid not null,
  codebook_id uuid not null,
  version integer not null,
  state text not null,
  name text not null,
  note text not null,
  revision integer not null,
  created_by uuid,
  created_at timestamptz not null,
  activated_at timestamptz,
  responses_all integer not null default 0,
  responses_read integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  primary key (workspace_id, codebook_id, version),
  foreign key (workspace_id, codebook_id) references codebook,
  foreign key (workspace_id, created_by) references member,
  constraint codebook_version_state_known check (state in ('draft', 'reading', 'paused', 'active', 'past'))
);

create unique index codebook_version_one_coming on codebook_version (workspace_id, codebook_id)
  where state in ('draft', 'reading', 'paused');
create unique index codebook_version_one_active on codebook_version (workspace_id, codebook_id)
  where state = 'active';

create table theme (
  workspace_id uuid not null,
  codebook_id uuid not null,
  codebook_version integer not null,
  theme_key text not null,
  position integer not null,
  name text not null,
  description text not null,
  examples text[] not null,
  gap text,
  owner_hint text,
  parent text,
  formerly text[] not null,
  split_from text,
  primary key (workspace_id, codebook_id, codebook_version, theme_key),
  foreign key (workspace_id, codebook_id, codebook_version) references codebook_version
);

create table program_codebook (
  workspace_id uuid not null,
  program_id uuid not null,
  codebook_id uuid not null,
  primary key (workspace_id, program_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, codebook_id) references codebook
);

create table reading_job (
  workspace_id uuid not null,
  response_id uuid not null,
  version integer not null,
  ready_at timestamptz not null,
  lease_until timestamptz,
  lease_token uuid,
  attempts integer not null default 0,
  primary key (workspace_id, response_id),
  foreign key (workspace_id, response_id) references response
);

create index reading_job_ready on reading_job (workspace_id, ready_at, response_id);

create table reading (
  workspace_id uuid not null,
  response_id uuid not null,
  response_version integer not null,
  codebook_id uuid not null,
  codebook_version integer not null,
  sentiment real not null,
  suggested_score smallint,
  language text not null,
  silent boolean not null,
  engine text not null,
  meaning bytea,
  read_at timestamptz not null,
  primary key (workspace_id, response_id, response_version, codebook_version),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, codebook_id) references codebook
);

create index reading_by_time on reading (workspace_id, read_at);

create table coding (
  workspace_id uuid not null,
  response_id uuid not null,
  response_version integer not null,
  codebook_version integer not null,
  theme_key text not null,
  probability real not null,
  decided boolean not null,
  span_start integer not null,
  span_end integer not null,
  primary key (workspace_id, response_id, response_version, codebook_version, theme_key),
  foreign key (workspace_id, response_id, response_version, codebook_version) references reading
);

create index coding_by_theme on coding (workspace_id, theme_key, codebook_version) include (response_id, response_version) where decided;

create table codebook (
  workspace_id uuid not null references workspace,
  id uuid not null,
  active_version integer not null,
  edits integer not null default 0,
  lesson integer not null default 0,
  lesson_at timestamptz,
  applied_lesson integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
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

-- ready_at: who leases a job moves it to the end of the lease, so that the first of the index is ready or none is.
create table reading_job (
  workspace_id uuid not null,
  response_id uuid not null,
  version integer not null,
  ready_at timestamptz not null,
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
  low_signal boolean not null,
  tone text,
  gap text,
  mismatch text,
  detail jsonb not null,
  engine text not null,
  lesson integer not null,
  meaning bytea,
  read_at timestamptz not null,
  primary key (workspace_id, response_id, response_version, codebook_version),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, codebook_id) references codebook,
  constraint reading_tone_known check (tone in ('constructive', 'hostile')),
  constraint reading_mismatch_known check (mismatch in ('contradiction', 'missing-information', 'reversed-scale'))
);

create index reading_by_time on reading (workspace_id, read_at);
create index reading_by_lesson on reading (workspace_id, codebook_id, codebook_version, lesson, response_id);

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
  sentiment real not null,
  human boolean not null default false,
  primary key (workspace_id, response_id, response_version, codebook_version, theme_key),
  foreign key (workspace_id, response_id, response_version, codebook_version) references reading
);

create index coding_by_theme on coding (workspace_id, theme_key, codebook_version) include (response_id, response_version) where decided;

create table verdict (
  workspace_id uuid not null,
  id uuid not null,
  codebook_id uuid not null,
  response_id uuid not null,
  response_version integer not null,
  theme_key text not null,
  present boolean not null,
  machine_decided boolean,
  machine_probability real,
  given_by uuid not null,
  given_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, codebook_id) references codebook,
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, given_by) references member,
  foreign key (workspace_id, withdrawn_by) references member
);

create unique index verdict_standing on verdict (workspace_id, response_id, response_version, theme_key) where withdrawn_at is null;
create index verdict_by_codebook on verdict (workspace_id, codebook_id, given_at, id) where withdrawn_at is null;

-- Programs of which answers came in from elsewhere, which wait to be read behind everything else. after_id: read up to here.
-- asked counts the imports, so that one that comes in meanwhile is not forgotten.
create table reading_backfill (
  workspace_id uuid not null,
  program_id uuid not null,
  asked integer not null,
  after_id uuid,
  responses_read integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (workspace_id, program_id),
  foreign key (workspace_id, program_id) references program
);

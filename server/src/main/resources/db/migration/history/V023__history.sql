-- A file of past responses. waves: how an answer finds its wave. by_column: which of them take their time from their answers.
create table past_import (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  file_name text not null,
  sheet text not null,
  separator text not null,
  mapping jsonb not null,
  waves jsonb not null,
  month_first boolean not null,
  language text not null,
  checked jsonb,
  state text not null,
  problem text,
  rows_all integer,
  rows_done integer not null default 0,
  answers integer not null default 0,
  changes integer not null default 0,
  known integer not null default 0,
  people integer not null default 0,
  rejected integer not null default 0,
  searchable integer not null default 0,
  settled_after uuid,
  undone jsonb,
  started_by uuid not null,
  created_at timestamptz not null,
  begun_at timestamptz,
  finished_at timestamptz,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, started_by) references member,
  constraint past_import_state_known check (
    state in ('preview', 'running', 'paused', 'cancelled', 'settling', 'finished', 'failed', 'undoing', 'undone')
  )
);

-- Which stretches of the file are in: written in the transaction that stores them.
create table past_import_chunk (
  workspace_id uuid not null,
  import_id uuid not null,
  chunk integer not null,
  primary key (workspace_id, import_id, chunk),
  foreign key (workspace_id, import_id) references past_import
);

create table past_import_wave (
  workspace_id uuid not null,
  import_id uuid not null,
  wave_id uuid not null,
  stretched boolean not null,
  primary key (workspace_id, import_id, wave_id),
  foreign key (workspace_id, import_id) references past_import,
  foreign key (workspace_id, wave_id) references wave on delete cascade
);

create table past_import_rejection (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  column_name text,
  value text,
  reason text not null,
  cells jsonb not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references past_import
);

create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  external_id text not null,
  name text not null,
  email text,
  phone text,
  account text,
  attributes jsonb not null default '{}',
  known_since timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint contact_external_id_once unique (workspace_id, external_id)
);

create index contact_by_email on contact (workspace_id, lower(email));
create index contact_by_name on contact (workspace_id, lower(name), id);

create table contact_import (
  workspace_id uuid not null references workspace,
  id uuid not null,
  file_name text not null,
  content bytea not null,
  mapping jsonb not null,
  state text not null,
  problem text,
  rows_done integer not null default 0,
  rows_all integer,
  created integer not null default 0,
  updated integer not null default 0,
  rejected integer not null default 0,
  started_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  constraint contact_import_state_known check (state in ('preview', 'running', 'finished', 'failed'))
);

create table contact_import_rejection (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  column_name text,
  value text,
  reason text not null,
  cells jsonb not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references contact_import
);

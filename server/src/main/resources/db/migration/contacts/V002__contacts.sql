create table contact_settings (
  workspace_id uuid not null references workspace,
  region text,
  primary key (workspace_id)
);

create table account (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  owner_id uuid,
  senior_owner_id uuid,
  renews_on text,
  revenue numeric(16, 2),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references member,
  foreign key (workspace_id, senior_owner_id) references member,
  constraint account_renews_on_a_day check (renews_on ~ '^\d{4}-\d{2}-\d{2}$')
);

create unique index account_name_once on account (workspace_id, lower(name));

create table attribute_definition (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  type text not null,
  choices jsonb not null default '[]',
  demographic boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint attribute_type_known check (type in ('text', 'number', 'date', 'yes-no', 'one-of'))
);

create unique index attribute_name_once on attribute_definition (workspace_id, lower(name));

-- came_with: the import of past responses that made this contact; null for everybody else.
-- External ids and addresses are compared byte by byte, which is several times faster than by the rules of a language.
-- Who was merged into another stays a row of its own, so that a split rewrites nothing that points here.
create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  external_id text collate "C" not null,
  name text not null,
  email text collate pg_c_utf8,
  phone text,
  phone_key text,
  locale text,
  time_zone text,
  account_id uuid,
  attributes jsonb not null default '{}',
  population text,
  consent text,
  consent_at timestamptz,
  consent_how text,
  known_since timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null default 1,
  merged_into uuid,
  erased_at timestamptz,
  came_with uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account,
  foreign key (workspace_id, merged_into) references contact,
  constraint contact_external_id_once unique (workspace_id, external_id),
  constraint contact_consent_known check (consent in ('given', 'withdrawn'))
);

create index contact_by_email on contact (workspace_id, lower(email));
create index contact_by_domain on contact (workspace_id, split_part(lower(email), '@', 2));
create index contact_by_name on contact (workspace_id, lower(name), id);
create index contact_by_account on contact (workspace_id, account_id, id) where account_id is not null;
create index contact_by_survivor on contact (workspace_id, merged_into) where merged_into is not null;

create table contact_merge (
  workspace_id uuid not null references workspace,
  id uuid not null,
  merged_id uuid not null,
  survivor_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  split_by uuid,
  split_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_id) references contact,
  foreign key (workspace_id, survivor_id) references contact
);

create unique index contact_merged_once on contact_merge (workspace_id, merged_id) where split_at is null;
create index contact_merge_by_survivor on contact_merge (workspace_id, survivor_id);

create table contact_duplicate (
  workspace_id uuid not null references workspace,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  likeness real not null,
  reason text not null,
  found_at timestamptz not null,
  dismissed_by uuid,
  dismissed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, one_id) references contact on delete cascade,
  foreign key (workspace_id, other_id) references contact on delete cascade,
  constraint contact_duplicate_once unique (workspace_id, one_id, other_id),
  constraint contact_duplicate_in_order check (one_id < other_id)
);

create index contact_duplicate_by_other on contact_duplicate (workspace_id, other_id);

create table segment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  rule jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references member
);

create unique index segment_name_once on segment (workspace_id, lower(name));

create table contact_import (
  workspace_id uuid not null references workspace,
  id uuid not null,
  file_name text not null,
  content bytea not null,
  sheet text not null,
  separator text not null,
  mapping jsonb not null,
  checked jsonb,
  state text not null,
  problem text,
  rows_done integer not null default 0,
  rows_all integer,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  undone jsonb,
  started_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (workspace_id, id),
  constraint contact_import_state_known check (state in ('preview', 'running', 'finished', 'failed', 'undone'))
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

-- What an import did to whom, so that it can be put back. No before: the import made the contact.
create table contact_import_change (
  workspace_id uuid not null,
  import_id uuid not null,
  contact_id uuid not null,
  before jsonb,
  revision integer not null,
  primary key (workspace_id, import_id, contact_id),
  foreign key (workspace_id, import_id) references contact_import,
  foreign key (workspace_id, contact_id) references contact on delete cascade
);

create index contact_import_change_by_contact on contact_import_change (workspace_id, contact_id);

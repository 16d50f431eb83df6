-- Control plane (no tenant data): workspace, sign_in_address, member_session, api_key. language: what the team is told in.
create table workspace (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  language text not null default 'en',
  created_at timestamptz not null
);

create table member (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  email text not null,
  password_hash text not null,
  role text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint member_role_known check (role in ('owner', 'manager', 'responder', 'viewer'))
);

create table sign_in_address (
  email_key text primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  foreign key (workspace_id, member_id) references member
);

create table member_session (
  token_hash bytea primary key,
  workspace_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (workspace_id, member_id) references member
);

create table api_key (
  key_hash bytea primary key,
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  hint text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (workspace_id, member_id) references member
);

create table audit_entry (
  workspace_id uuid not null references workspace,
  id uuid not null,
  member_id uuid,
  action text not null,
  subject_id uuid,
  happened_at timestamptz not null,
  primary key (workspace_id, id)
);

create index audit_entry_by_time on audit_entry (workspace_id, happened_at, id);

create table request_key (
  workspace_id uuid not null references workspace,
  key text not null,
  fingerprint bytea not null,
  status smallint,
  body text,
  created_at timestamptz not null,
  primary key (workspace_id, key)
);

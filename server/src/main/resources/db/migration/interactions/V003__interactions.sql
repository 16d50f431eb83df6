create table interaction (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  happened_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact,
  constraint interaction_kind_known check (kind in ('ticket', 'call', 'meeting', 'note'))
);

create index interaction_by_contact on interaction (workspace_id, contact_id, happened_at desc, id);

create table document (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  added_by uuid,
  added_at timestamptz not null,
  content bytea not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact
);

create index document_by_contact on document (workspace_id, contact_id, added_at desc, id);

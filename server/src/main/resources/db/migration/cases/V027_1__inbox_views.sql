-- A view of the inbox under a name: its filter as the query of the inbox. shared_at: since when everybody sees it.
create table inbox_view (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  query text not null,
  shared_at timestamptz,
  saved_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member
);

create unique index inbox_view_name on inbox_view (workspace_id, member_id, lower(name)) where deleted_at is null;

-- What a member's inbox opens with.
create table inbox_first_view (
  workspace_id uuid not null,
  member_id uuid not null,
  view_id uuid not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, view_id) references inbox_view
);

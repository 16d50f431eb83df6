create table saved_search (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  member_id uuid not null,
  name text not null,
  query text not null,
  shared_at timestamptz,
  saved_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, member_id) references member,
  constraint saved_search_name_once unique (workspace_id, program_id, member_id, name)
);

create index response_by_time on response (workspace_id, program_id, answered_at, id);

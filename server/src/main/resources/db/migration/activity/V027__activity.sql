-- What the team says to each other about a case. words: empty once it is deleted; that there was something stays.
create table case_comment (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, written_by) references member
);

create index case_comment_by_case on case_comment (workspace_id, case_id, id);

-- What a comment said before it was edited.
create table case_comment_version (
  workspace_id uuid not null,
  id uuid not null,
  comment_id uuid not null,
  words text not null,
  replaced_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, comment_id) references case_comment
);

create index case_comment_version_by_comment on case_comment_version (workspace_id, comment_id, id);

-- Whom a comment names: told once, however often it is edited.
create table case_mention (
  workspace_id uuid not null,
  comment_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, comment_id, member_id),
  foreign key (workspace_id, comment_id) references case_comment,
  foreign key (workspace_id, member_id) references member
);

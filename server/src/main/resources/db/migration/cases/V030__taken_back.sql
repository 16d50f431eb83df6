-- happened: it took place in Upturn itself (a letter that went, a talk that was held, a reply), so nobody takes it back.
alter table follow_up
  add column happened boolean not null default false,
  add column taken_back_by uuid,
  add column taken_back_at timestamptz,
  add foreign key (workspace_id, taken_back_by) references member,
  add constraint follow_up_taken_back check ((taken_back_by is null) = (taken_back_at is null)),
  add constraint follow_up_happened check (not happened or taken_back_at is null);

-- What somebody gave away at once, to be taken back.
create index case_assignment_by_member on case_assignment (workspace_id, assigned_by, assigned_at);

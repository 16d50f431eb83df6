-- When somebody left the team; what they did keeps their name. Null for who is on it.
alter table member
  add column left_at timestamptz;

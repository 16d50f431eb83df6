-- When somebody left the team; what they did keeps their name. Null for who is on it.
alter table member
  add column left_at timestamptz;

-- The key by which a member did it; null for what they did themselves.
alter table audit_entry
  add column api_key_id uuid;

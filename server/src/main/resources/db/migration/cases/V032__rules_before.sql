-- before: what a draft was before its last change, so that it can be undone. Null for what is live.
alter table routing_rules
  add column before jsonb;

update routing_rules
set before = rules
where live_at is null;

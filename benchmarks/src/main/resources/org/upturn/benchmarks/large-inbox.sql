-- After large-workspace.sql: every one of the 100,000 answers is a detractor's, with an open case; nobody has been in touch with
-- nine in ten, and a twentieth is nobody's.
set session_replication_role = replica;

delete from follow_up;
delete from case_closure;

update response
set score = score % 7
where score > 6;

insert into cases (workspace_id, id, response_id, contact_id, program_id, wave_id, subtype, silent, owner_id,
  assigned_at, opened_at, assign_due_at, contact_due_at)
select response.workspace_id, uuidv7(), response.id, response.contact_id, response.program_id, response.wave_id,
  (array['new', 'converted', 'chronic'])[1 + abs(hashint8(extract(epoch from response.answered_at)::bigint)) % 3], false,
  scene.member_id, response.answered_at, response.answered_at, response.answered_at + interval '24 hours',
  response.answered_at + interval '48 hours'
from response
join scene using (workspace_id)
where not exists (select 1 from cases where cases.workspace_id = response.workspace_id and cases.response_id = response.id);

update cases
set outcome = null, contacted_at = case when place % 10 = 0 then opened_at + interval '1 day' end,
  owner_id = case when place % 20 = 1 then null else member_id end, silent = place % 7 = 0, peak = case when place % 50 = 3 then 8 end,
  priority = case subtype when 'converted' then 100 + place % 60 else place % 70 end
from (
  select cases.id, scene.member_id, abs(hashint8(extract(epoch from cases.opened_at)::bigint)) as place
  from cases
  join scene using (workspace_id)) as chance
where cases.id = chance.id;

set session_replication_role = origin;

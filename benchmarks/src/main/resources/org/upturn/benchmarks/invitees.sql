-- One open wave and 90,000 invited contacts with links whose tokens are known.
-- The rows fit together by construction; checking a million references one by one would take minutes.
set session_replication_role = replica;

insert into wave (workspace_id, id, program_id, survey_id, name, opens_at, closes_at, created_at)
select workspace_id, uuidv7(), program_id, survey_id, 'Now', current_timestamp - interval '1 day',
  current_timestamp + interval '30 days', current_timestamp
from scene;

insert into case_routing (workspace_id, program_id, owner_id)
select workspace_id, program_id, member_id
from scene
on conflict do nothing;

insert into contact (workspace_id, id, external_id, name, email, attributes, known_since, created_at, updated_at)
select workspace_id, uuidv7(), number::text, 'Person ' || number, number || '@bench.example',
  jsonb_build_object('plan', (array['basic', 'plus', 'pro'])[1 + number % 3], 'region', (array['north', 'south'])[1 + number % 2]),
  current_timestamp, current_timestamp, current_timestamp
from scene
cross join generate_series(1, 90000) as number;

insert into invitation (workspace_id, id, wave_id, contact_id, created_at)
select wave.workspace_id, uuidv7(), wave.id, contact.id, current_timestamp
from scene
join wave using (workspace_id)
join contact using (workspace_id);

insert into answer_link (token_hash, workspace_id, invitation_id)
select sha256(convert_to('bench-link-' || lpad(contact.external_id, 16, '0'), 'UTF8')), invitation.workspace_id, invitation.id
from scene
join invitation using (workspace_id)
join contact on contact.workspace_id = invitation.workspace_id and contact.id = invitation.contact_id;

set session_replication_role = origin;

analyze;

-- 5,000 contacts answer 20 waves: 100,000 responses, a quarter of them detractors with cases.
-- The rows fit together by construction; checking a million references one by one would take minutes.
set session_replication_role = replica;

insert into case_routing (workspace_id, program_id, owner_id)
select workspace_id, program_id, member_id
from scene
on conflict do nothing;

insert into wave (workspace_id, id, program_id, survey_id, name, opens_at, closes_at, created_at)
select workspace_id, uuidv7(), program_id, survey_id, 'Wave ' || number,
  current_timestamp - (21 - number) * interval '30 days', current_timestamp - (20 - number) * interval '30 days' + interval '1 day',
  current_timestamp
from scene
cross join generate_series(1, 20) as number;

insert into account (workspace_id, id, name, owner_id, created_at, updated_at)
select workspace_id, uuidv7(), 'Account ' || number, member_id, current_timestamp, current_timestamp
from scene
cross join generate_series(0, 500) as number;

insert into contact (workspace_id, id, external_id, name, email, account_id, attributes, known_since, created_at, updated_at)
select workspace_id, uuidv7(), number::text, 'Person ' || number, number || '@bench.example',
  (select account.id from account where account.workspace_id = scene.workspace_id and account.name = 'Account ' || number / 10),
  jsonb_build_object('plan', (array['basic', 'plus', 'pro'])[1 + number % 3], 'region', (array['north', 'south', 'east', 'west'])[1 + number % 4],
    'size', (array['small', 'large'])[1 + number % 2]),
  current_timestamp, current_timestamp, current_timestamp
from scene
cross join generate_series(1, 5000) as number;

insert into interaction (workspace_id, id, contact_id, kind, title, body, happened_at)
select contact.workspace_id, uuidv7(), contact.id, 'ticket', 'Ticket ' || number, repeat('It does not work as it should. ', 8),
  current_timestamp - number * interval '20 days'
from scene
join contact using (workspace_id)
cross join generate_series(1, 6) as number;

insert into invitation (workspace_id, id, wave_id, contact_id, created_at, answered_at)
select wave.workspace_id, uuidv7(), wave.id, contact.id, wave.opens_at, wave.opens_at + interval '1 day'
from scene
join wave using (workspace_id)
join contact using (workspace_id);

-- Scores wander, so that every person has a trajectory: 25 % detractors, 35 % passives, 40 % promoters in each wave.
create temporary table answered as
select wave.workspace_id, uuidv7() as id, wave.id as wave_id, contact.id as contact_id, wave.opens_at,
  case when place < 25 then place % 7 when place < 60 then 7 + place % 2 else 9 + place % 2 end as score,
  wave.opens_at + (number * 37 % 28) * interval '1 day' + number * interval '1 second' as answered_at, contact.attributes,
  number + 7 * wave_number as salt
from scene
join (select wave.*, row_number() over (order by opens_at) as wave_number from wave) wave using (workspace_id)
join (select contact.*, external_id::int as number from contact) contact using (workspace_id)
cross join lateral (select abs(hashint8(number * 64 + wave_number / 2)) % 100 as place) as chance
order by wave.opens_at, contact.id;

analyze answered;

create temporary table chained as
select answered.*, lag(id) over person as previous_id, lag(score) over person as previous_score
from answered
window person as (partition by contact_id order by opens_at);

analyze chained;

insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, version, score, answered_at, changed_at,
  segments, previous_response_id, previous_group)
select workspace_id, chained.id, scene.program_id, wave_id, contact_id, scene.survey_id, 1, score, answered_at, answered_at,
  attributes, previous_id,
  case when previous_score <= 6 then 'detractor' when previous_score <= 8 then 'passive' when previous_score is not null then 'promoter' end
from chained
join scene using (workspace_id)
order by opens_at, chained.id;

insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id, language, answers, sent, answered_at)
select workspace_id, chained.id, 1, score,
  case when salt % 5 = 0 then '' else (array['The support was slow and nobody called me back.', 'Great product, easy to use.',
    'Too expensive for what it does, and the last update broke our export.', 'Friendly people, quick answers!'])[1 + salt % 4] end,
  scene.survey_id, 'en', '{}', true, answered_at
from chained
join scene using (workspace_id);

insert into reading (workspace_id, response_id, response_version, codebook_id, codebook_version, sentiment, suggested_score,
  language, silent, low_signal, detail, engine, lesson, read_at)
select workspace_id, chained.id, 1, scene.codebook_id, 1, (score - 5) / 5.0, score, 'en', salt % 5 = 0, salt % 5 = 0,
  '{"slots": {"failures": [], "actions": [], "consequences": []}, "personalData": []}', 'bench', 0, answered_at
from chained
join scene using (workspace_id);

-- Three possible themes for each answer with words, one or two of them decided.
insert into coding (workspace_id, response_id, response_version, codebook_version, theme_key, probability, decided, span_start, span_end,
  sentiment)
select chained.workspace_id, chained.id, 1, 1, theme.theme_key, 0.9 - 0.3 * place, place = 0 or place = 1 and salt % 2 = 0, 0, 10,
  (score - 5) / 5.0
from chained
cross join generate_series(0, 2) as place
join (select theme.*, count(*) over () as themes, row_number() over (order by position) - 1 as number from theme) theme
  on theme.workspace_id = chained.workspace_id and theme.number = (salt * 13 + place * 5) % theme.themes
where salt % 5 <> 0;

insert into cases (workspace_id, id, response_id, contact_id, program_id, wave_id, subtype, silent, owner_id,
  assigned_at, contacted_at, opened_at, assign_due_at, contact_due_at)
select workspace_id, uuidv7(), chained.id, contact_id, scene.program_id, wave_id,
  case when previous_score is null then 'new' when previous_score <= 6 then 'chronic' else 'converted' end,
  salt % 5 = 0, case when salt % 20 <> 0 then scene.member_id end, case when salt % 20 <> 0 then answered_at end,
  case when salt % 10 < 8 then answered_at + interval '1 day' end, answered_at, answered_at + interval '24 hours',
  answered_at + interval '48 hours'
from chained
join scene using (workspace_id)
where score <= 6;

insert into follow_up (workspace_id, id, case_id, kind, words, logged_by, logged_at)
select cases.workspace_id, uuidv7(), cases.id, kind, 'We talked about it.', scene.member_id, cases.contacted_at
from cases
join scene using (workspace_id)
cross join unnest(array['contacted', 'promised', 'delivered', 'response']) as kind
where contacted_at is not null;

-- Nine in ten of those contacted are closed, which leaves some 7,000 open.
insert into case_closure (workspace_id, id, case_id, outcome, reason, closed_by, closed_at)
select cases.workspace_id, uuidv7(), cases.id, 'resolved', '', scene.member_id, cases.contacted_at + interval '2 days'
from cases
join scene using (workspace_id)
where contacted_at is not null and abs(hashint8(extract(epoch from opened_at)::bigint)) % 10 < 9;

update cases
set outcome = case_closure.outcome
from case_closure
where case_closure.workspace_id = cases.workspace_id and case_closure.case_id = cases.id;

insert into change (workspace_id, id, program_id, theme_key, title, announcement, made_at)
select wave.workspace_id, uuidv7(), wave.program_id, 'support', 'Change after ' || wave.name, 'We heard you.', wave.closes_at
from wave;

set session_replication_role = origin;

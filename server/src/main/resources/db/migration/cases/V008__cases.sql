create table case_routing (
  workspace_id uuid not null,
  program_id uuid not null,
  owner_id uuid not null,
  senior_owner_id uuid,
  primary key (workspace_id, program_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, owner_id) references member,
  foreign key (workspace_id, senior_owner_id) references member
);

-- priority: how soon it is worth a person's time, by trajectory, words and what is at stake; lists go by rank. renewal_near:
-- whether that counts a renewal, which changes with the days. routed_at: when its owner was chosen for good, with its words read. read_at: when the words were read, the first time.
create table cases (
  workspace_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  contact_id uuid not null,
  program_id uuid not null,
  wave_id uuid not null,
  subtype text not null,
  fell_from_peak boolean not null,
  silent boolean not null,
  still_detractor boolean not null default true,
  owner_id uuid,
  assigned_at timestamptz,
  contacted_at timestamptz,
  opened_at timestamptz not null,
  assign_due_at timestamptz not null,
  contact_due_at timestamptz not null,
  outcome text,
  priority smallint not null default 0,
  renewal_near boolean not null default false,
  rank smallint not null generated always as (-priority) stored,
  contacted boolean not null generated always as (contacted_at is not null) stored,
  routed_at timestamptz,
  read_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, owner_id) references member,
  constraint case_once_a_response unique (workspace_id, response_id),
  constraint case_subtype_known check (subtype in ('new', 'converted', 'chronic')),
  constraint case_outcome_known check (outcome in ('resolved', 'no-contact-possible', 'parted', 'answer-changed'))
);

create index case_by_wave on cases (workspace_id, program_id, wave_id, contact_due_at, id);
create index case_open on cases (workspace_id, program_id, contacted, rank, contact_due_at, id) where outcome is null;
create index case_of_owner on cases (workspace_id, owner_id, contacted, rank, contact_due_at, id) where outcome is null;
create index case_unassigned on cases (workspace_id, program_id, assign_due_at) where owner_id is null;
create index case_by_contact on cases (workspace_id, contact_id, opened_at desc, id);

-- rule: what chose the owner, where no person did; null where the program's own owner did. covers_for: who is on leave.
create table case_assignment (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  owner_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz not null,
  rule text,
  covers_for uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, owner_id) references member
);

create index case_assignment_by_case on case_assignment (workspace_id, case_id, assigned_at, id);

create table follow_up (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  words text not null,
  logged_by uuid not null,
  logged_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, logged_by) references member,
  constraint follow_up_kind_known check (kind in ('contacted', 'promised', 'delivered', 'response', 'note'))
);

create index follow_up_by_case on follow_up (workspace_id, case_id, logged_at, id);

create table case_closure (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  outcome text not null,
  reason text not null,
  closed_by uuid,
  closed_at timestamptz not null,
  reopened_by uuid,
  reopened_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  constraint case_closure_outcome_known check (outcome in ('resolved', 'no-contact-possible', 'parted', 'answer-changed'))
);

create unique index case_closed_once on case_closure (workspace_id, case_id) where reopened_at is null;

-- What is to be looked at when: a row for each thing that has to be done in time, gone over once (fired_at). kept: whether it
-- had been done by then.
create table case_clock (
  workspace_id uuid not null,
  case_id uuid not null,
  kind text not null,
  due_at timestamptz not null,
  fired_at timestamptz,
  kept boolean,
  primary key (workspace_id, case_id, kind),
  foreign key (workspace_id, case_id) references cases
);

create index case_clock_due on case_clock (workspace_id, due_at, case_id) where fired_at is null;

-- The rules of a program that choose owners, whole versions of them. live_at: null for a draft.
create table routing_rules (
  workspace_id uuid not null,
  program_id uuid not null,
  version integer not null,
  rules jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  live_at timestamptz,
  primary key (workspace_id, program_id, version),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, made_by) references member
);

-- One draft at a time.
create unique index routing_rules_draft on routing_rules (workspace_id, program_id) where live_at is null;

-- On leave: nothing is routed to them from the first day to the last (2026-12-24), in their own time zone; to cover instead, if
-- anybody.
create table member_absence (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  first_day text not null,
  last_day text not null,
  cover_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, cover_id) references member,
  constraint member_absence_in_order check (first_day <= last_day),
  constraint member_absence_covered_by_another check (cover_id <> member_id)
);

create index member_absence_by_member on member_absence (workspace_id, member_id, last_day);

-- When somebody works. days: ISO, 1 is Monday. starts, ends: 09:00, in that time zone.
create table working_hours (
  workspace_id uuid not null,
  member_id uuid not null,
  days smallint[] not null,
  starts text not null,
  ends text not null,
  time_zone text not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member,
  constraint working_hours_in_order check (starts < ends)
);

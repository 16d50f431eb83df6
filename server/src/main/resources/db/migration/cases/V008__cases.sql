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
  primary key (workspace_id, id),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, owner_id) references member,
  constraint case_once_a_response unique (workspace_id, response_id),
  constraint case_subtype_known check (subtype in ('new', 'converted', 'chronic')),
  constraint case_outcome_known check (outcome in ('resolved', 'no-contact-possible', 'answer-changed'))
);

create index case_by_wave on cases (workspace_id, program_id, wave_id, contact_due_at, id);
create index case_open on cases (workspace_id, program_id, contact_due_at, id) where outcome is null;
create index case_unassigned on cases (workspace_id, program_id, assign_due_at) where owner_id is null;
create index case_by_contact on cases (workspace_id, contact_id, opened_at desc, id);

create table case_assignment (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  owner_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz not null,
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
  constraint case_closure_outcome_known check (outcome in ('resolved', 'no-contact-possible', 'answer-changed'))
);

create unique index case_closed_once on case_closure (workspace_id, case_id) where reopened_at is null;

-- A place where people answer without a link of their own. wave_id: null for whichever wave of the program is open.
-- secret: sealed; what the team's own site signs with who its visitors are.
create table collector (
  workspace_id uuid not null references workspace,
  id uuid not null,
  program_id uuid not null,
  wave_id uuid,
  kind text not null,
  name text not null,
  public_key text not null,
  settings jsonb not null,
  secret bytea,
  created_by uuid not null,
  created_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, created_by) references member,
  foreign key (workspace_id, closed_by) references member,
  constraint collector_kind_known check (kind in ('open', 'widget', 'kiosk'))
);

create index collector_by_program on collector (workspace_id, program_id, id);

-- Control plane: finds the workspace of a public link. A key that was replaced is gone.
create table collector_key (
  public_key text primary key,
  workspace_id uuid not null,
  collector_id uuid not null,
  foreign key (workspace_id, collector_id) references collector
);

-- key: made by the tablet or page that sends the answer, so that sending again makes nothing twice.
create table collected_answer (
  workspace_id uuid not null,
  collector_id uuid not null,
  key uuid not null,
  invitation_id uuid,
  received_at timestamptz not null,
  primary key (workspace_id, collector_id, key),
  foreign key (workspace_id, collector_id) references collector,
  foreign key (workspace_id, invitation_id) references invitation
);

-- How often a widget was not shown to somebody whom the site has signed, by the reason.
create table collector_held (
  workspace_id uuid not null,
  collector_id uuid not null,
  reason text not null,
  times bigint not null,
  primary key (workspace_id, collector_id, reason),
  foreign key (workspace_id, collector_id) references collector,
  constraint collector_held_reason_known check (reason in ('answered', 'asked', 'unwilling'))
);

-- What people replied to text messages, once for each id of the gateway. Words are kept only where they were not understood:
-- the others stand in the answer.
create table text_reply (
  workspace_id uuid not null,
  id uuid not null,
  gateway_id text not null,
  contact_id uuid not null,
  invitation_id uuid,
  outcome text not null,
  words text not null,
  received_at timestamptz not null,
  handled_by uuid,
  handled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, handled_by) references member,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, invitation_id) references invitation,
  constraint text_reply_once unique (workspace_id, gateway_id),
  constraint text_reply_handled_by_somebody check ((handled_by is null) = (handled_at is null)),
  constraint text_reply_outcome_known check (outcome in ('answered', 'stopped', 'started', 'unclear', 'late'))
);

create index text_reply_by_contact on text_reply (workspace_id, contact_id);

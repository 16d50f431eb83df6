-- One thing that people have to hear of, about a detractor's case or a passive's answer. member_id: whom it concerns first;
-- by_id: who did it, null when the program did. about_id: what was asked for, or the conversation. planned_at: when it was decided who hears of it, and when. What it says is made of the case when it goes, so that it never says what is not so any more.
create table alert (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid,
  response_id uuid,
  program_id uuid not null,
  kind text not null,
  member_id uuid,
  by_id uuid,
  about_id uuid,
  happened_at timestamptz not null,
  plan_at timestamptz not null,
  planned_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, by_id) references member,
  constraint alert_kind_known check (kind in ('unowned', 'assigned', 'unassigned', 'question-due', 'contact-soon',
    'contact-late', 'act-late', 'replied', 'mentioned', 'action-asked', 'action-decided', 'conversation-soon',
    'passive-given')),
  constraint alert_about_somebody check ((case_id is null) <> (response_id is null))
);

-- What the clocks tell happens once to a case.
create unique index alert_once on alert (workspace_id, case_id, kind) where kind not in ('assigned', 'replied', 'mentioned')
  and about_id is null;
create unique index alert_about_once on alert (workspace_id, about_id, kind) where about_id is not null;
create index alert_unplanned on alert (workspace_id, plan_at, id) where planned_at is null;
create index alert_by_case on alert (workspace_id, case_id, id);

-- What stands under a member's bell until it is seen.
create table alert_notice (
  workspace_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  member_id uuid not null,
  seen_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, alert_id) references alert,
  foreign key (workspace_id, member_id) references member,
  constraint alert_notice_once unique (workspace_id, alert_id, member_id)
);

create index alert_notice_by_member on alert_notice (workspace_id, member_id, id desc);
create index alert_notice_unseen on alert_notice (workspace_id, member_id) where seen_at is null;

-- How a member wants the alerts that are not urgent, and when none may come. Minutes count from midnight in their zone.
-- language: what they are told in.
create table alert_preference (
  workspace_id uuid not null,
  member_id uuid not null,
  pace text not null,
  digest_minute integer not null,
  quiet_from integer,
  quiet_until integer,
  time_zone text not null,
  language text not null,
  breaks_through boolean not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member,
  constraint alert_pace_known check (pace in ('at-once', 'hourly', 'daily')),
  constraint alert_quiet_both check ((quiet_from is null) = (quiet_until is null))
);

-- Where the alerts of a program go besides. url and secret are sealed; host is what may be shown of the address.
create table alert_channel (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  kind text not null,
  name text not null,
  host text not null,
  url bytea not null,
  secret bytea,
  public_url text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  last_sent_at timestamptz,
  last_problem text,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, added_by) references member,
  constraint alert_channel_known check (kind in ('slack', 'teams', 'webhook'))
);

create index alert_channel_by_program on alert_channel (workspace_id, program_id, id) where removed_at is null;

-- The queue: one row for each alert and each member (a mail) or channel (a post). handed_at is set the moment before it goes.
create table alert_delivery (
  workspace_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  member_id uuid,
  channel_id uuid,
  state text not null,
  ready_at timestamptz not null,
  changed_at timestamptz not null,
  attempts integer not null default 0,
  handed_at timestamptz,
  lease_until timestamptz,
  lease_token uuid,
  reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, alert_id) references alert,
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, channel_id) references alert_channel,
  constraint alert_delivery_somewhere check ((member_id is null) <> (channel_id is null)),
  constraint alert_delivery_state_known check (state in ('queued', 'sent', 'failed', 'unknown', 'stopped')),
  constraint alert_delivery_once unique nulls not distinct (workspace_id, alert_id, member_id, channel_id)
);

create index alert_delivery_queued on alert_delivery (workspace_id, ready_at, id) where state = 'queued';

-- A link that lets the member it was sent to take the case, once and for a while.
create table alert_claim (
  workspace_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, alert_id) references alert,
  foreign key (workspace_id, member_id) references member,
  constraint alert_claim_once unique (workspace_id, alert_id, member_id)
);

-- Control plane: finds the workspace of a link. The token itself is never stored.
create table alert_link (
  token_hash bytea primary key,
  workspace_id uuid not null,
  claim_id uuid not null,
  foreign key (workspace_id, claim_id) references alert_claim
);

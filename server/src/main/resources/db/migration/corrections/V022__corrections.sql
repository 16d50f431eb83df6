-- One person asked once more about one part of an answer. asked_by: the member; rule: which rule, when none did. mail: whether
-- it goes by mail; otherwise somebody hands the link over. outcome says how it ended; answered_version which version came of it.
create table correction (
  workspace_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  program_id uuid not null,
  wave_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  question text not null,
  words text not null,
  asked_by uuid,
  rule text,
  asked_version integer not null,
  mail boolean not null,
  skip text,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  outcome text,
  answered_version integer,
  primary key (workspace_id, id),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, asked_by) references member,
  constraint correction_reason_known check (reason in ('missing-why', 'contradiction', 'email', 'question', 'nine')),
  constraint correction_rule_known check (rule in ('detractor-why', 'any-why', 'contradiction', 'passive-nine', 'email')),
  constraint correction_outcome_known
    check (outcome in ('answered', 'expired', 'settled', 'withdrawn', 'skipped')),
  constraint correction_ended_somehow check ((ended_at is null) = (outcome is null)),
  constraint correction_skip_is_an_outcome check ((skip is null) = (outcome is distinct from 'skipped'))
);

-- At most one at a time for each answer, and each rule once.
create unique index correction_open on correction (workspace_id, response_id) where ended_at is null;
create unique index correction_by_rule on correction (workspace_id, response_id, rule) where rule is not null;
create index correction_by_response on correction (workspace_id, response_id, id);
create index correction_by_contact on correction (workspace_id, contact_id, id);
create index correction_by_wave on correction (workspace_id, wave_id, reason);

-- Control plane: finds the workspace of a link. The token itself is never stored.
create table correction_link (
  token_hash bytea primary key,
  workspace_id uuid not null,
  correction_id uuid not null,
  foreign key (workspace_id, correction_id) references correction
);

-- Which rules ask by themselves: those with a row. looked_at: up to where addresses have been looked at.
create table correction_rule (
  workspace_id uuid not null,
  program_id uuid not null,
  kind text not null,
  delay_minutes integer not null,
  days integer not null,
  since timestamptz not null,
  started_by uuid not null,
  looked_at timestamptz not null,
  primary key (workspace_id, program_id, kind),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, started_by) references member,
  constraint correction_rule_kind_known check (kind in ('detractor-why', 'any-why', 'contradiction', 'passive-nine', 'email')),
  constraint correction_rule_within_a_day check (delay_minutes between 0 and 1440),
  constraint correction_rule_days check (days between 1 and 90)
);

-- Rules look every half minute at the answers that came or changed since they were turned on.
create index response_by_change on response (workspace_id, program_id, changed_at, id);

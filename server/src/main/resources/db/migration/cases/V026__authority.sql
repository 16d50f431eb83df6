-- In what the workspace counts what it spends on people, by ISO 4217. Without a row it has not said.
create table spending_currency (
  workspace_id uuid not null references workspace,
  currency text not null,
  primary key (workspace_id),
  constraint spending_currency_form check (currency ~ '^[A-Z]{3}$')
);

-- What may be done for a person. usual_amount: what it costs as a rule; null for what costs no money. retired_at: no longer
-- offered; what was done with it stays.
create table loop_action (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  name text not null,
  usual_amount numeric(12, 2),
  added_at timestamptz not null,
  retired_at timestamptz,
  primary key (workspace_id, id),
  constraint loop_action_kind_known check (kind in ('refund', 'credit', 'leadership', 'session', 'other')),
  constraint loop_action_amount check (usual_amount >= 0)
);

create unique index loop_action_name on loop_action (workspace_id, lower(name)) where retired_at is null;

-- How far a role's own authority goes; a role without a row does not use the action, an owner may do all. per_case and
-- per_month: null for no limit.
create table loop_action_limit (
  workspace_id uuid not null,
  action_id uuid not null,
  role text not null,
  per_case numeric(12, 2),
  per_month numeric(12, 2),
  primary key (workspace_id, action_id, role),
  foreign key (workspace_id, action_id) references loop_action,
  constraint loop_action_limit_role_known check (role in ('responder', 'manager')),
  constraint loop_action_limit_amounts check (per_case >= 0 and per_month >= 0)
);

-- One thing done for a person, or asked for. granted: null until somebody decided; who acts within their own authority
-- decides in asking. undone_at: a mistake, which counts nowhere and stays readable.
create table case_action (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  amount numeric(12, 2),
  note text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  granted boolean,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  undone_by uuid,
  undone_at timestamptz,
  undone_reason text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, action_id) references loop_action,
  foreign key (workspace_id, asked_by) references member,
  foreign key (workspace_id, decided_by) references member,
  foreign key (workspace_id, undone_by) references member,
  constraint case_action_decided check (
    (granted is null) = (decided_at is null) and (granted is null) = (decided_by is null)),
  constraint case_action_undone check ((undone_by is null) = (undone_at is null)),
  constraint case_action_amount_positive check (amount > 0)
);

create index case_action_by_case on case_action (workspace_id, case_id, asked_at, id);
create index case_action_waiting on case_action (workspace_id, asked_at, id) where granted is null and undone_at is null;
create index case_action_by_decider on case_action (workspace_id, decided_by, decided_at) where granted and undone_at is null;

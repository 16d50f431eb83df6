create table mail_settings (
  workspace_id uuid primary key references workspace,
  host text not null,
  port integer not null,
  tls text not null,
  user_name text,
  password bytea,
  sender_name text not null,
  sender_address text not null,
  reply_to text,
  return_path text,
  imprint text not null,
  public_url text not null,
  colour text not null,
  per_minute integer not null,
  quiet_days integer not null,
  mailbox_host text,
  mailbox_port integer,
  mailbox_tls text,
  mailbox_user text,
  mailbox_password bytea,
  mailbox_validity bigint,
  mailbox_seen bigint,
  mailbox_problem text,
  mailbox_looked_at timestamptz,
  dkim_domain text,
  dkim_selector text,
  dkim_private bytea,
  dkim_public text,
  hook_hash bytea,
  failures integer not null default 0,
  rest_until timestamptz,
  last_problem text,
  updated_at timestamptz not null,
  constraint mail_settings_port_known check (port between 1 and 65535),
  constraint mail_settings_tls_known check (tls in ('none', 'starttls', 'tls')),
  constraint mail_settings_mailbox_tls_known check (mailbox_tls in ('none', 'starttls', 'tls')),
  constraint mail_settings_pace check (per_minute between 1 and 100000 and quiet_days between 0 and 365)
);

create table mail_text (
  workspace_id uuid not null,
  program_id uuid not null,
  language text not null,
  subject text not null,
  greeting text not null,
  body text not null,
  reminder_subject text not null,
  reminder_body text not null,
  low text not null,
  high text not null,
  reason text not null,
  unsubscribe text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, program_id, language),
  foreign key (workspace_id, program_id) references program
);

-- One order to send: to whom, from when on, and after how many days to remind.
create table mailing (
  workspace_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  audience text not null,
  audience_key text,
  audience_value text,
  starts_at timestamptz not null,
  spread_days integer not null,
  reminder_days integer[] not null,
  started_by uuid not null,
  created_at timestamptz not null,
  paused_by uuid,
  paused_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, started_by) references member,
  foreign key (workspace_id, paused_by) references member,
  channel text not null default 'mail',
  constraint mailing_channel_known check (channel in ('mail', 'sms')),
  constraint mailing_audience_known check (audience in ('everyone', 'new', 'segment', 'attribute', 'account', 'event')),
  constraint mailing_spread check (spread_days between 1 and 60),
  constraint mailing_reminders_at_most_two check (cardinality(reminder_days) <= 2)
);

create index mailing_by_wave on mailing (workspace_id, wave_id, id);

-- Who was not sent a mail by an order, and why.
create table mailing_skip (
  workspace_id uuid not null,
  mailing_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  primary key (workspace_id, mailing_id, contact_id),
  foreign key (workspace_id, mailing_id) references mailing,
  -- who only was skipped has nothing that keeps them: an import that is taken back takes them along
  foreign key (workspace_id, contact_id) references contact on delete cascade
);

create index mailing_skip_by_contact on mailing_skip (workspace_id, contact_id);

-- The outbox and what became of each mail. number 0 is the invitation, 1 and 2 are its reminders, which an order sends;
-- from 3 on they are letters that follow the answer. Text messages stand here too: their address is a number, gateway_id the
-- name that the gateway gave them, delivered_at when it told that they arrived.
create table mail_message (
  workspace_id uuid not null,
  id uuid not null,
  mailing_id uuid,
  invitation_id uuid not null,
  number smallint not null,
  channel text not null default 'mail',
  address text not null,
  state text not null,
  reason text,
  gateway_id text,
  delivered_at timestamptz,
  attempts integer not null default 0,
  soft_bounces smallint not null default 0,
  ready_at timestamptz not null,
  lease_until timestamptz,
  lease_token uuid,
  handed_at timestamptz,
  accepted_at timestamptz,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mailing_id) references mailing,
  foreign key (workspace_id, invitation_id) references invitation,
  constraint mail_message_once unique (workspace_id, invitation_id, number),
  constraint mail_message_channel_known check (channel in ('mail', 'sms')),
  constraint mail_message_number_known check (number >= 0 and (number >= 3) = (mailing_id is null)),
  constraint mail_message_state_known
    check (state in ('queued', 'sent', 'unknown', 'bounced', 'complained', 'stopped'))
);

create index mail_message_waiting on mail_message (workspace_id, channel, ready_at, id) where state = 'queued';
create index mail_message_handed on mail_message (workspace_id, handed_at) where handed_at is not null;
create index mail_message_by_mailing on mail_message (workspace_id, mailing_id, state);
create index mail_message_by_address on mail_message (workspace_id, lower(address), handed_at);
create unique index mail_message_by_gateway on mail_message (workspace_id, gateway_id) where gateway_id is not null;

-- What a letter says in the team's words, and what its button leads to: the token is made of prefix and target when it goes.
create table mail_letter (
  workspace_id uuid not null,
  mail_id uuid not null,
  prefix text not null,
  target_id uuid not null,
  language text not null,
  subject text not null,
  greeting text not null,
  body text not null,
  button text not null,
  reason text not null,
  unsubscribe text not null,
  stops_at timestamptz not null,
  primary key (workspace_id, mail_id),
  foreign key (workspace_id, mail_id) references mail_message
);

create index mail_letter_by_target on mail_letter (workspace_id, target_id);

-- Letters go before mailings, however long the queue of those is.
create index mail_message_letters on mail_message (workspace_id, ready_at, id) where state = 'queued' and number >= 3;

-- What one member writes to one person, in plain words. reference: the Message-IDs of the mails before it, the first first.
create table mail_personal (
  workspace_id uuid not null,
  mail_id uuid not null,
  from_name text not null,
  reply_to text not null,
  language text not null,
  subject text not null,
  body text not null,
  calendar text,
  reference text[] not null,
  primary key (workspace_id, mail_id),
  foreign key (workspace_id, mail_id) references mail_message
);

-- Where text messages are handed over: a gateway of the team's own.
create table gateway_settings (
  workspace_id uuid primary key references workspace,
  url text not null,
  secret bytea not null,
  sender text not null,
  public_url text not null,
  per_minute integer not null,
  reports_signed boolean not null,
  hook_hash bytea,
  failures integer not null default 0,
  rest_until timestamptz,
  last_problem text,
  updated_at timestamptz not null,
  constraint gateway_settings_pace check (per_minute between 1 and 10000)
);

-- What the text messages of a program say.
create table short_text (
  workspace_id uuid not null,
  program_id uuid not null,
  language text not null,
  invitation text not null,
  reminder text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, program_id, language),
  foreign key (workspace_id, program_id) references program
);

-- Addresses and numbers that get no mail or message any more. Lifting one keeps the row.
create table suppression (
  workspace_id uuid not null references workspace,
  id uuid not null,
  address_key text not null,
  reason text not null,
  since timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, lifted_by) references member,
  constraint suppression_reason_known check (reason in ('unsubscribed', 'bounced', 'complained', 'added'))
);

create unique index suppression_once on suppression (workspace_id, address_key) where lifted_at is null;

-- Which client behaved like a machine on which invitation, and until when it is taken for one.
create table machine_visit (
  workspace_id uuid not null,
  invitation_id uuid not null,
  client bytea not null,
  ends_at timestamptz not null,
  primary key (workspace_id, invitation_id, client),
  foreign key (workspace_id, invitation_id) references invitation
);

-- A schedule by which a program asks by itself. terms and round are kept as told; event is what it waits for, in lower case.
create table cadence (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  name text not null,
  rhythm text not null,
  terms jsonb not null,
  event text,
  audience text not null,
  audience_key text,
  audience_value text,
  round jsonb not null,
  next_at timestamptz,
  paused_at timestamptz,
  problem text,
  rests_until timestamptz,
  made_by uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, made_by) references member,
  constraint cadence_name_once unique (workspace_id, program_id, name),
  constraint cadence_rhythm_known check (rhythm in ('every', 'event', 'milestone'))
);

create index cadence_by_event on cadence (workspace_id, event) where event is not null;

-- What happened to whom and is to be asked about; once for each key.
create table cadence_event (
  workspace_id uuid not null,
  id uuid not null,
  cadence_id uuid not null,
  contact_id uuid not null,
  event_key text not null,
  ready_at timestamptz not null,
  asked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, cadence_id) references cadence on delete cascade,
  foreign key (workspace_id, contact_id) references contact on delete cascade,
  constraint cadence_event_once unique (workspace_id, cadence_id, contact_id, event_key)
);

create index cadence_event_ready on cadence_event (workspace_id, cadence_id, ready_at) where asked_at is null;

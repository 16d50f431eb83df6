-- A letter that a member wrote to the person of a case: the mail itself lies in the outbox. logged: the follow-up that was
-- noted when the mail server took it; null until then.
create table case_letter (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  first_sentence text not null,
  rest text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  taken_back_at timestamptz,
  logged uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references mail_message,
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, written_by) references member,
  foreign key (workspace_id, logged) references follow_up
);

create index case_letter_by_case on case_letter (workspace_id, case_id, id);

-- What came back by mail. key: a hash of its Message-ID, so that a mail that is read twice stands here once. automatic: a
-- machine wrote it. logged: the follow-up that a member made of it.
create table case_reply (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  key bytea not null,
  message_id text not null,
  sender text not null,
  subject text not null,
  words text not null,
  quoted boolean not null,
  automatic boolean not null,
  attachments text[] not null,
  sent_at timestamptz,
  received_at timestamptz not null,
  logged uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, logged) references follow_up,
  constraint case_reply_once unique (workspace_id, key)
);

create index case_reply_by_case on case_reply (workspace_id, case_id, id);

-- The team's own words for letters, one set for a program and language.
create table follow_up_text (
  workspace_id uuid not null,
  program_id uuid not null,
  language text not null,
  subject text not null,
  greeting text not null,
  rest text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, program_id, language),
  foreign key (workspace_id, program_id) references program
);

-- The one question to who gave no reason: once for a case, whoever asked.
create table one_question (
  workspace_id uuid not null,
  case_id uuid not null,
  correction_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (workspace_id, case_id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, correction_id) references correction,
  foreign key (workspace_id, asked_by) references member
);

-- A talk with the person: one that was, or one that is agreed on. reminded_at: when its hour was looked at, so that whoever
-- leads it hears of it once. Called off after its time, it did not take place.
create table conversation (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  held_at timestamptz not null,
  people text not null,
  notes text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  called_off_by uuid,
  called_off_at timestamptz,
  logged uuid,
  reminded_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, made_by) references member,
  foreign key (workspace_id, called_off_by) references member,
  foreign key (workspace_id, logged) references follow_up,
  constraint conversation_kind_known check (kind in ('call', 'meeting'))
);

create index conversation_by_case on conversation (workspace_id, case_id, held_at, id);
create index conversation_unreminded on conversation (workspace_id, held_at, id)
  where reminded_at is null and called_off_at is null and logged is null;

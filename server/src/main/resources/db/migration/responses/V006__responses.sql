-- channel: how the first version came.
create table response (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  wave_id uuid not null,
  contact_id uuid not null,
  survey_id uuid not null,
  channel text not null default 'link',
  version integer not null,
  score smallint not null,
  score_group text not null generated always as (
    case when score <= 6 then 'detractor' when score <= 8 then 'passive' else 'promoter' end
  ) stored,
  answered_at timestamptz not null,
  changed_at timestamptz not null,
  segments jsonb not null,
  previous_response_id uuid,
  previous_group text,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, survey_id) references survey,
  foreign key (workspace_id, previous_response_id) references response,
  constraint response_once_a_wave unique (workspace_id, contact_id, wave_id),
  constraint response_channel_known check (
    channel in ('link', 'mail', 'open', 'widget', 'kiosk', 'sms', 'import', 'api')),
  constraint response_score_in_range check (score between 0 and 10)
);

create index response_nps on response (workspace_id, program_id, wave_id, score_group) include (id, version);

-- Full text: letters and digits only, accents folded, then the English stemmer without its stop words. A word of another
-- language is stemmed too, in text and question alike, so that it is still found.
create schema if not exists extensions;
create extension if not exists unaccent schema extensions;
create extension if not exists btree_gin schema extensions;
create text search dictionary verbatim_stem (template = snowball, language = english);
create text search configuration verbatim (copy = simple);
alter text search configuration verbatim
  alter mapping for asciiword, word, numword with extensions.unaccent, verbatim_stem;

-- survey_id and language: what exactly was asked. answers: what was answered beyond score and verbatim, a list of values by
-- question. import_id and source: what brought it in from another tool, and what tells it from every other answer there.
-- indexed is false until its words are to be found: a million of them take a minute, so an import leaves that for later.
-- sent is false where the person left without sending and the answer counted by itself.
create table response_version (
  workspace_id uuid not null,
  response_id uuid not null,
  version integer not null,
  score smallint not null,
  verbatim text not null,
  survey_id uuid not null,
  language text not null,
  answers jsonb not null,
  sent boolean not null,
  answered_at timestamptz not null,
  import_id uuid,
  source uuid,
  indexed boolean not null default true,
  words tsvector generated always as (
    case when indexed then to_tsvector('verbatim', regexp_replace(verbatim, '[^[:alnum:]\u0300-\u036f]', ' ', 'g')) end
  ) stored,
  primary key (workspace_id, response_id, version),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, survey_id) references survey,
  constraint response_version_score_in_range check (score between 0 and 10)
);

create unique index response_version_source on response_version (workspace_id, source) where source is not null;
create index response_version_words on response_version using gin (workspace_id, words) where words is not null;

-- What somebody has begun to answer and not sent. chosen_at: when a person, not a mail scanner, chose the score; only then
-- does it become a response by itself.
create table answer_draft (
  workspace_id uuid not null,
  invitation_id uuid not null,
  wave_id uuid not null,
  score smallint,
  verbatim text not null,
  answers jsonb not null,
  language text not null,
  chosen_at timestamptz,
  changed_at timestamptz not null,
  primary key (workspace_id, invitation_id),
  foreign key (workspace_id, invitation_id) references invitation,
  foreign key (workspace_id, wave_id) references wave,
  constraint answer_draft_score_in_range check (score between 0 and 10)
);

create index answer_draft_by_wave on answer_draft (workspace_id, wave_id, changed_at);

-- What people attached. It lies with the invitation, so that a form that is wrong elsewhere loses no file.
create table answer_file (
  workspace_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  question text not null,
  name text not null,
  type text not null,
  size integer not null,
  content bytea not null,
  stored_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation,
  constraint answer_file_not_too_large check (size <= 5242880)
);

create index answer_file_by_invitation on answer_file (workspace_id, invitation_id, id);

-- Where everybody who has answered is offered to write a review, whatever they answered.
create table review_place (
  workspace_id uuid not null,
  program_id uuid not null,
  position smallint not null,
  name text not null,
  url text not null,
  primary key (workspace_id, program_id, position),
  foreign key (workspace_id, program_id) references program
);

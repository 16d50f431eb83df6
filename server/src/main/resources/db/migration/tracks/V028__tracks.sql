-- What the promoters' track of a program offers. referral_url: where a friend is sent on to; empty while nobody is referred.
create table track_settings (
  workspace_id uuid not null,
  program_id uuid not null,
  referral_url text not null,
  reward text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, program_id),
  foreign key (workspace_id, program_id) references program
);

-- Who looks after a passive. Nobody has to: a row is there only where somebody was named.
create table track_owner (
  workspace_id uuid not null,
  program_id uuid not null,
  contact_id uuid not null,
  member_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (workspace_id, program_id, contact_id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, given_by) references member
);

-- A touchpoint is an interaction of which we know who had it, and for which program.
create table touchpoint (
  workspace_id uuid not null,
  interaction_id uuid not null,
  program_id uuid not null,
  contact_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, interaction_id),
  foreign key (workspace_id, interaction_id) references interaction on delete cascade,
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, contact_id) references contact,
  foreign key (workspace_id, made_by) references member
);

create index touchpoint_by_contact on touchpoint (workspace_id, program_id, contact_id, made_at);

-- A promoter with a page and a code of their own, one for each program.
create table advocate (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  contact_id uuid not null,
  code text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, contact_id) references contact,
  constraint advocate_once unique (workspace_id, program_id, contact_id),
  constraint advocate_code_once unique (workspace_id, code)
);

-- Control plane: finds the workspace of a promoter's page, and of a code. Neither is stored here, only their hashes.
create table advocate_link (
  key_hash bytea primary key,
  workspace_id uuid not null,
  advocate_id uuid not null,
  foreign key (workspace_id, advocate_id) references advocate
);

-- Thanks for one answer, once. by_mail: over the outbox; otherwise the member says them and hands the link over.
create table thanks (
  workspace_id uuid not null,
  response_id uuid not null,
  advocate_id uuid not null,
  first_sentence text not null,
  by_mail boolean not null,
  thanked_by uuid not null,
  thanked_at timestamptz not null,
  primary key (workspace_id, response_id),
  foreign key (workspace_id, response_id) references response,
  foreign key (workspace_id, advocate_id) references advocate,
  foreign key (workspace_id, thanked_by) references member
);

-- Somebody pressed the button of a referral page. Who, we do not know and do not ask.
create table referral_visit (
  workspace_id uuid not null,
  id uuid not null,
  advocate_id uuid not null,
  visited_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, advocate_id) references advocate
);

create index referral_visit_by_advocate on referral_visit (workspace_id, advocate_id);

-- A friend who became a customer. reference: an order, an invoice or an account of the team's own books.
create table referral (
  workspace_id uuid not null,
  id uuid not null,
  advocate_id uuid not null,
  reference text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, advocate_id) references advocate,
  foreign key (workspace_id, noted_by) references member,
  constraint referral_once unique (workspace_id, advocate_id, reference)
);

-- What a promoter allows to be shown, in which words, under which name and where. A change is a new row; a row that is over
-- keeps when consent was given and taken back, and loses what it said.
create table testimonial (
  workspace_id uuid not null,
  id uuid not null,
  advocate_id uuid not null,
  words text not null,
  name text not null,
  role text not null,
  places text[] not null,
  language text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, advocate_id) references advocate,
  constraint testimonial_places_known check (places <@ array['website', 'social', 'print', 'sales'] and cardinality(places) > 0),
  constraint testimonial_withdrawn_is_empty check (withdrawn_at is null or words = '' and name = '' and role = '')
);

create unique index testimonial_standing on testimonial (workspace_id, advocate_id) where withdrawn_at is null;

-- What goes by itself on a day that comes back: one row for each that is on. Empty words are the standard ones.
create table greeting (
  workspace_id uuid not null,
  program_id uuid not null,
  milestone text not null,
  attribute text not null,
  subject text not null,
  greeting text not null,
  body text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, program_id, milestone),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, made_by) references member,
  constraint greeting_milestone_known check (milestone in ('known-since', 'first-answer', 'birthday'))
);

-- Who was greeted, or why not: once a year for each milestone.
create table greeting_sent (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  milestone text not null,
  contact_id uuid not null,
  year integer not null,
  skip text,
  greeted_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, contact_id) references contact on delete cascade,
  constraint greeting_sent_once_a_year unique (workspace_id, program_id, milestone, contact_id, year)
);

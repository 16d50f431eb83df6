-- channel: how the person came to be asked; a mail sent later stands in mail_message.
create table invitation (
  workspace_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  contact_id uuid not null,
  channel text not null default 'link',
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, wave_id) references wave,
  foreign key (workspace_id, contact_id) references contact,
  constraint invitation_once unique (workspace_id, wave_id, contact_id),
  constraint invitation_channel_known check (
    channel in ('link', 'mail', 'open', 'widget', 'kiosk', 'sms', 'import', 'api'))
);

create index invitation_by_contact on invitation (workspace_id, contact_id, id);

-- Control plane: finds the workspace of a link. The token itself is never stored.
create table answer_link (
  token_hash bytea primary key,
  workspace_id uuid not null,
  invitation_id uuid not null,
  foreign key (workspace_id, invitation_id) references invitation
);

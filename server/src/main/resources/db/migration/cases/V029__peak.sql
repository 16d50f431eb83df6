-- peak: the highest score, 7 to 10, of one who is chronic now but was a passive or promoter before that (decision 5).
alter table cases add column peak smallint;

-- every workspace
update cases
set peak = (
  select max(earlier.score)
  from response now
  join response earlier on earlier.workspace_id = now.workspace_id and earlier.program_id = now.program_id
    and earlier.contact_id = now.contact_id and earlier.answered_at < now.answered_at
  where now.workspace_id = cases.workspace_id and now.id = cases.response_id and earlier.score > 6)
where fell_from_peak;

alter table cases drop column fell_from_peak;

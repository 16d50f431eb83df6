-- Verbatims that differ: each with a ticket of its own, as many as there are answers, beside the four sentences; and a
-- meaning for each, the beginning of a stored one with 384 numbers that chance gave (what they are does not change how
-- long it takes to compare them).
update response_version
set verbatim = verbatim || ' My ticket' || (abs(hashint8(extract(epoch from answered_at)::bigint)) % 20000)
  || ' was open for ' || (abs(hashint8(extract(epoch from answered_at)::bigint)) % 30) || ' days.'
where verbatim <> '';

update reading
set meaning = random.meaning
from (
  select response.workspace_id, response.id,
    '\x01066368616e63650000000001800002'::bytea || sha512(response.id::text::bytea) || sha512((response.id::text || 'a')::bytea) || sha512((response.id::text || 'b')::bytea)
    || sha512((response.id::text || 'c')::bytea) || sha512((response.id::text || 'd')::bytea) || sha512((response.id::text || 'e')::bytea) as meaning
  from response) as random
where reading.workspace_id = random.workspace_id and reading.response_id = random.id and not reading.silent;

package org.upturn.server.corrections;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/** Finds the answers in which something is missing or confusing. */
@Repository
class Candidates {
    /** How clear the feeling of the words must be to contradict the score by itself, 0…1. */
    private static final double CLEAR = 0.5;

    private final JdbcClient jdbc;
    private final Contacts contacts;

    Candidates(JdbcClient jdbc, Contacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** One of them, and whose it is. */
    record Candidate(ResponseId response, ContactId contact) {}

    /**
     * Which answers.
     *
     * @param wave of any wave when null
     * @param after given or changed later than this
     * @param until and not later than this
     * @param again whether also those that somebody was asked about for this reason before
     */
    record Where(ProgramId program, @Nullable WaveId wave, Instant after, Instant until, boolean again) {}

    /** The earliest first. */
    List<Candidate> find(WorkspaceId workspace, RuleKind kind, Where where, int limit) {
        List<Candidate> found = jdbc.sql("""
                        select response.id, response.contact_id
                        from response
                        join contact on contact.workspace_id = :workspace and contact.id = response.contact_id
                        join response_version answer on answer.workspace_id = :workspace
                          and answer.response_id = response.id
                          and answer.version = response.version
                        left join program_codebook on program_codebook.workspace_id = :workspace
                          and program_codebook.program_id = response.program_id
                        left join codebook on codebook.workspace_id = :workspace
                          and codebook.id = program_codebook.codebook_id
                        left join reading on reading.workspace_id = :workspace
                          and reading.response_id = response.id
                          and reading.response_version = response.version
                          and reading.codebook_version = codebook.active_version
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and (cast(:wave as uuid) is null or response.wave_id = :wave)
                          and response.changed_at > :after
                          and response.changed_at <= :until
                          and contact.erased_at is null
                          and case cast(:kind as text)
                            when 'detractor-why' then response.score_group = 'detractor'
                              and (answer.verbatim = '' or coalesce(reading.silent, false))
                            when 'any-why' then answer.verbatim = ''
                            when 'contradiction' then reading.mismatch in ('contradiction', 'reversed-scale')
                              or response.score >= 9 and reading.sentiment <= -:clear
                              or response.score <= 3 and reading.sentiment >= :clear
                            when 'passive-nine' then response.score_group = 'passive'
                              and (answer.verbatim = '' or reading.silent or reading.low_signal or (
                                select min(coding.sentiment)
                                from coding
                                where coding.workspace_id = :workspace
                                  and coding.response_id = response.id
                                  and coding.response_version = response.version
                                  and coding.codebook_version = codebook.active_version
                                  and coding.decided) > :feeling)
                            else contact.email is not null
                          end
                          and (:again or not exists (
                            select 1
                            from correction
                            where correction.workspace_id = :workspace
                              and correction.response_id = response.id
                              and (correction.reason = :reason or correction.ended_at is null)))
                        order by response.changed_at, response.id
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("program", where.program().value())
                .param("wave", where.wave() == null ? null : where.wave().value())
                .param("after", Rows.time(where.after()))
                .param("until", Rows.time(where.until()))
                .param("again", where.again())
                .param("kind", kind.word())
                .param("reason", kind.reason().word())
                .param("clear", CLEAR)
                .param("feeling", Feeling.CLEARLY)
                .param("limit", limit)
                .query((row, n) ->
                        new Candidate(new ResponseId(Rows.id(row, "id")), new ContactId(Rows.id(row, "contact_id"))))
                .list();
        return kind == RuleKind.EMAIL ? mistyped(workspace, found) : found;
    }

    /** Whether an address looks mistyped depends on its domain alone, of which there are far fewer than people. */
    private List<Candidate> mistyped(WorkspaceId workspace, List<Candidate> found) {
        var people = contacts.findAll(
                workspace, found.stream().map(Candidate::contact).toList());
        Map<String, Boolean> domains = new HashMap<>();
        return found.stream()
                .filter(one -> {
                    Contact person = people.get(one.contact());
                    String email = person == null ? null : person.email();
                    return email != null
                            && domains.computeIfAbsent(
                                    email.substring(email.lastIndexOf('@') + 1),
                                    domain -> suggestion(workspace, person) != null);
                })
                .toList();
    }

    /** The address that may have been meant; null where nothing looks mistyped. */
    @Nullable
    String suggestion(WorkspaceId workspace, @Nullable Contact contact) {
        return contact == null
                ? null
                : contacts.hints(workspace, contact).stream()
                        .filter(one -> one.field().equals("email"))
                        .map(one -> one.suggestion())
                        .findFirst()
                        .orElse(null);
    }
}

package org.upturn.server.followups;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.CaseId;
import org.upturn.server.invitations.personal.PersonalFate;
import org.upturn.server.invitations.personal.PersonalMails;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The SQL of letters. */
@Repository
class LetterRepository {
    private final PersonalMails mails;
    private final JdbcClient jdbc;

    LetterRepository(PersonalMails mails, JdbcClient jdbc) {
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /** A letter before its mail is looked up. */
    private record Row(
            UUID id,
            CaseId caseId,
            String firstSentence,
            String rest,
            MemberId by,
            String byName,
            Instant writtenAt,
            @Nullable Instant takenBackAt,
            @Nullable UUID logged) {
        CaseLetter with(PersonalFate mail) {
            return new CaseLetter(id, caseId, firstSentence, rest, by, byName, writtenAt, takenBackAt, logged, mail);
        }
    }

    void insert(Member by, UUID id, CaseId caseId, LetterDraft draft, Instant now) {
        jdbc.sql("""
                        insert into case_letter (workspace_id, id, case_id, first_sentence, rest, written_by, written_at)
                        values (:workspace, :id, :case, :sentence, :rest, :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("case", caseId.value())
                .param("sentence", draft.firstSentence())
                .param("rest", draft.rest())
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void markTakenBack(WorkspaceId workspace, UUID id, Instant now) {
        jdbc.sql("update case_letter set taken_back_at = :now where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .param("now", Rows.time(now))
                .update();
    }

    void markLogged(WorkspaceId workspace, UUID id, UUID followUp) {
        jdbc.sql("update case_letter set logged = :followUp where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .param("followUp", followUp)
                .update();
    }

    /** The case that a letter, or the case's own id at the root of its thread, is about. */
    Optional<CaseId> caseOf(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select case_id
                        from case_letter
                        where workspace_id = :workspace
                          and id = :id
                        union
                        select id
                        from cases
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query((row, n) -> new CaseId(Rows.id(row, "case_id")))
                .optional();
    }

    Optional<CaseLetter> find(WorkspaceId workspace, UUID id) {
        return list(workspace, null, id).stream().findFirst();
    }

    /** The first first. */
    List<CaseLetter> ofCase(WorkspaceId workspace, CaseId id) {
        return list(workspace, id, null);
    }

    private List<CaseLetter> list(WorkspaceId workspace, @Nullable CaseId caseId, @Nullable UUID letter) {
        List<Row> rows = jdbc.sql("""
                        select letter.id, letter.case_id, letter.first_sentence, letter.rest, letter.written_by, member.name,
                          letter.written_at, letter.taken_back_at, letter.logged
                        from case_letter letter
                        join member on member.workspace_id = :workspace and member.id = letter.written_by
                        where letter.workspace_id = :workspace
                          and (cast(:case as uuid) is null or letter.case_id = :case)
                          and (cast(:letter as uuid) is null or letter.id = :letter)
                        order by letter.id
                        """)
                .param("workspace", workspace.value())
                .param("case", caseId == null ? null : caseId.value())
                .param("letter", letter)
                .query((row, n) -> new Row(
                        Rows.id(row, "id"),
                        new CaseId(Rows.id(row, "case_id")),
                        row.getString("first_sentence"),
                        row.getString("rest"),
                        new MemberId(Rows.id(row, "written_by")),
                        row.getString("name"),
                        Rows.time(row, "written_at"),
                        Rows.timeOrNull(row, "taken_back_at"),
                        row.getObject("logged", UUID.class)))
                .list();
        Map<UUID, PersonalFate> fates = mails
                .findAll(workspace, rows.stream().map(Row::id).toList())
                .stream()
                .collect(Collectors.toMap(PersonalFate::mail, Function.identity()));
        return rows.stream().map(row -> row.with(fates.get(row.id()))).toList();
    }
}

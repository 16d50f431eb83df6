package org.upturn.server.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactErased;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The files that people attach to their answers. They lie with the invitation, so that what else is wrong with a form loses
 * none of them, and go with the person.
 */
@Service
public class AnswerFiles {
    public static final int MOST = 3;
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file with what is in it. */
    public record Content(AnswerFile file, byte[] bytes) {}

    /** What was attached so far, as values by question. */
    public Map<String, List<String>> values(Invited invited) {
        return of(invited).stream()
                .collect(Collectors.groupingBy(
                        AnswerFile::question,
                        LinkedHashMap::new,
                        Collectors.mapping(AnswerFile::value, Collectors.toList())));
    }

    private List<AnswerFile> of(Invited invited) {
        return jdbc.sql("""
                        select id, question, name, type, size
                        from answer_file
                        where workspace_id = :workspace
                          and invitation_id = :invitation
                        order by id
                        """)
                .param("workspace", invited.workspace().value())
                .param("invitation", invited.invitation().value())
                .query(AnswerFiles::file)
                .list();
    }

    /**
     * Keeps a file.
     *
     * @param asked the words of the question, for whoever has to mend something
     * @throws Problem where it is too large, one too many, or of no type that is taken
     */
    @Transactional
    public void add(Invited invited, String question, String asked, String name, byte[] content) {
        String clean = clean(name);
        if (content.length > LARGEST) {
            throw Problem.invalid(question, "problem.answer.file.large", clean, LARGEST / 1024 / 1024);
        }
        FileType type = FileType.of(clean, content)
                .orElseThrow(() -> Problem.invalid(question, "problem.answer.file.type", clean));
        jdbc.sql("""
                        select id
                        from invitation
                        where workspace_id = :workspace
                          and id = :id
                        for no key update
                        """)
                .param("workspace", invited.workspace().value())
                .param("id", invited.invitation().value())
                .query(UUID.class)
                .single();
        if (values(invited).getOrDefault(question, List.of()).size() >= MOST) {
            throw Problem.invalid(question, "problem.answer.file.many", asked, MOST);
        }
        insert(invited, new AnswerFile(Ids.next(), question, clean, type, content.length), content);
    }

    private void insert(Invited invited, AnswerFile file, byte[] content) {
        jdbc.sql("""
                        insert into answer_file (workspace_id, id, invitation_id, question, name, type, size, content,
                          stored_at)
                        values (:workspace, :id, :invitation, :question, :name, :type, :size, :content, :now)
                        """)
                .param("workspace", invited.workspace().value())
                .param("id", file.id())
                .param("invitation", invited.invitation().value())
                .param("question", file.question())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("size", file.size())
                .param("content", content)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** The person takes a file back; it is gone from earlier versions of the answer too. */
    public void remove(Invited invited, UUID file) {
        jdbc.sql("""
                        delete from answer_file
                        where workspace_id = :workspace
                          and invitation_id = :invitation
                          and id = :id
                        """)
                .param("workspace", invited.workspace().value())
                .param("invitation", invited.invitation().value())
                .param("id", file)
                .update();
    }

    /** A file of this answer. */
    public Content find(WorkspaceId workspace, ResponseId response, UUID file) {
        return jdbc.sql("""
                        select answer_file.id, question, name, type, size, content
                        from answer_file
                        join invitation on invitation.workspace_id = :workspace
                          and invitation.id = answer_file.invitation_id
                        join response on response.workspace_id = :workspace
                          and response.wave_id = invitation.wave_id
                          and response.contact_id = invitation.contact_id
                        where answer_file.workspace_id = :workspace
                          and answer_file.id = :id
                          and response.id = :response
                        """)
                .param("workspace", workspace.value())
                .param("id", file)
                .param("response", response.value())
                .query((row, n) -> new Content(file(row, n), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.file"));
    }

    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("""
                        delete from answer_file
                        where workspace_id = :workspace
                          and invitation_id in (
                            select id
                            from invitation
                            where workspace_id = :workspace
                              and contact_id = :contact)
                        """)
                .param("workspace", erased.workspace().value())
                .param("contact", erased.contact().value())
                .update();
    }

    /** Without folders and without what could end a header or a line. */
    private static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]+", "_").strip();
        int over = clean.length() - LONGEST_NAME;
        return clean.isEmpty() ? "_" : over > 0 ? clean.substring(over) : clean;
    }

    private static AnswerFile file(ResultSet row, int n) throws SQLException {
        return new AnswerFile(
                Rows.id(row, "id"),
                row.getString("question"),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getInt("size"));
    }
}

package org.upturn.server.interactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the room: logs interactions and keeps documents. */
@Service
public class Interactions {
    /** The largest document, in bytes. */
    public static final int LARGEST_DOCUMENT = 10 << 20;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BODY = 10_000;

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    Interactions(JdbcClient jdbc, Contacts contacts, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A document with what is in it. */
    public record Content(Document document, byte[] bytes) {}

    /** Logs an interaction of now. */
    @Transactional
    public Interaction log(
            WorkspaceId workspace,
            ContactId contact,
            Interaction.Kind kind,
            @Nullable String title,
            @Nullable String body) {
        contacts.find(workspace, contact);
        var logged = new Interaction(
                Ids.next(),
                kind,
                text("title", title, LONGEST_NAME),
                text("body", body, LONGEST_BODY),
                clock.instant());
        jdbc.sql("""
                        insert into interaction (workspace_id, id, contact_id, kind, title, body, happened_at)
                        values (:workspace, :id, :contact, :kind, :title, :body, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", logged.id())
                .param("contact", contact.value())
                .param("kind", kind.word())
                .param("title", logged.title())
                .param("body", logged.body())
                .param("now", Rows.time(logged.happenedAt()))
                .update();
        return logged;
    }

    /** The latest interactions, the newest first. */
    public List<Interaction> latest(WorkspaceId workspace, ContactId contact, int limit) {
        return jdbc.sql("""
                        select id, kind, title, body, happened_at
                        from interaction
                        where workspace_id = :workspace
                          and contact_id = :contact
                        order by happened_at desc, id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("limit", limit)
                .query((row, n) -> new Interaction(
                        Rows.id(row, "id"),
                        Interaction.Kind.of(row.getString("kind")),
                        row.getString("title"),
                        row.getString("body"),
                        Rows.time(row, "happened_at")))
                .list();
    }

    /**
     * Keeps a document on a contact.
     *
     * @param by who adds it; null when it comes with an import
     * @throws Problem when it is empty or larger than {@link #LARGEST_DOCUMENT}
     */
    @Transactional
    public Document add(WorkspaceId workspace, ContactId contact, @Nullable Member by, String name, byte[] content) {
        contacts.find(workspace, contact);
        if (content.length == 0) {
            throw Problem.invalid("file", "problem.document.empty");
        }
        if (content.length > LARGEST_DOCUMENT) {
            throw Problem.of(Problem.Code.TOO_LARGE, "problem.document.tooLarge");
        }
        var document = new Document(
                Ids.next(), contact.value(), fileName(name), mediaType(name), content.length, clock.instant());
        insert(workspace, document, by, content);
        if (by != null) {
            audit.record(by, "document.added", document.id());
        }
        return document;
    }

    public List<Document> documents(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql("""
                        select id, contact_id, name, media_type, size, added_at
                        from document
                        where workspace_id = :workspace
                          and contact_id = :contact
                        order by added_at desc, id desc
                        """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .query(Interactions::document)
                .list();
    }

    public Content open(WorkspaceId workspace, UUID document) {
        return jdbc.sql("""
                        select id, contact_id, name, media_type, size, added_at, content
                        from document
                        where workspace_id = :workspace
                          and id = :document
                        """)
                .param("workspace", workspace.value())
                .param("document", document)
                .query((row, n) -> new Content(document(row, n), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.document"));
    }

    private void insert(WorkspaceId workspace, Document document, @Nullable Member by, byte[] content) {
        jdbc.sql("""
                        insert into document (workspace_id, id, contact_id, name, media_type, size, added_by, added_at, content)
                        values (:workspace, :id, :contact, :name, :mediaType, :size, :by, :now, :content)
                        """)
                .param("workspace", workspace.value())
                .param("id", document.id())
                .param("contact", document.contact())
                .param("name", document.name())
                .param("mediaType", document.mediaType())
                .param("size", document.size())
                .param("by", by == null ? null : by.id().value())
                .param("now", Rows.time(document.addedAt()))
                .param("content", content)
                .update();
    }

    private static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw Problem.invalid(field, "problem.field", field, longest);
        }
        return value.strip();
    }

    /** The last part of the path that a browser may send, without control characters. */
    private static String fileName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) {
            return "document";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }

    /** Told by the ending only; it is always served as a download, so a wrong one can do no harm. */
    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (ending) {
            case "pdf" -> "application/pdf";
            case "txt", "md" -> "text/plain";
            case "csv" -> "text/csv";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            default -> "application/octet-stream";
        };
    }

    private static Document document(ResultSet row, int n) throws SQLException {
        Instant added = Rows.time(row, "added_at");
        return new Document(
                Rows.id(row, "id"),
                Rows.id(row, "contact_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                added);
    }
}

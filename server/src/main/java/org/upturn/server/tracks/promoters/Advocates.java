package org.upturn.server.tracks.promoters;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.LinkTokens;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;

/** Promoters with a page and a code; knows whose a link or a code is. */
@Service
public class Advocates {
    /** The first part of the path of a promoter's page; also what its token is made for. */
    static final String PREFIX = "/p/";

    private static final String CODES = "/r/";
    /** Without what is mistaken for something else when it is read aloud or typed: 0 and O, 1 and I and L. 31^8 are 8·10^11. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final String SELECT = """
            select advocate.workspace_id, advocate.id, advocate.program_id, advocate.contact_id, advocate.code
            from advocate
            """;

    private final JdbcClient jdbc;
    private final Letters letters;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Advocates(JdbcClient jdbc, Letters letters, Surveys surveys, Contacts contacts, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.surveys = surveys;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The page and code of this person in this program; made when there are none yet. */
    @Transactional
    public Advocate of(WorkspaceId workspace, ProgramId program, ContactId contact) {
        ContactId known = contacts.find(workspace, contact).id();
        var made = new Advocate(
                workspace, Ids.next(), surveys.program(workspace, program).id(), known, code());
        int rows = jdbc.sql("""
                        insert into advocate (workspace_id, id, program_id, contact_id, code, made_at)
                        values (:workspace, :id, :program, :contact, :code, :now)
                        on conflict on constraint advocate_once do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", made.id())
                .param("program", program.value())
                .param("contact", known.value())
                .param("code", made.code())
                .param("now", Rows.time(clock.instant()))
                .update();
        if (rows == 0) {
            return find(workspace, program, known).orElseThrow();
        }
        link(made, token(made));
        link(made, CODES + made.code());
        return made;
    }

    private void link(Advocate made, String key) {
        jdbc.sql("""
                        insert into advocate_link (key_hash, workspace_id, advocate_id)
                        values (:hash, :workspace, :advocate)
                        """)
                .param("hash", LinkTokens.hash(key))
                .param("workspace", made.workspace().value())
                .param("advocate", made.id())
                .update();
    }

    private Optional<Advocate> find(WorkspaceId workspace, ProgramId program, ContactId contact) {
        return jdbc.sql(SELECT + """
                                where advocate.workspace_id = :workspace
                                  and advocate.program_id = :program
                                  and advocate.contact_id = :contact
                                """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("contact", contact.value())
                .query((row, n) -> advocate(row))
                .optional();
    }

    /** Whose code this is in a program. @throws Problem where nobody has it */
    public Advocate ofCode(WorkspaceId workspace, ProgramId program, String code) {
        return jdbc.sql(SELECT + """
                                where advocate.workspace_id = :workspace
                                  and advocate.program_id = :program
                                  and advocate.code = :code
                                """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query((row, n) -> advocate(row))
                .optional()
                .orElseThrow(() -> Problem.invalid("code", "problem.referral.code"));
    }

    /** Whose page this is; empty for a forged or mistyped link. */
    public Optional<Advocate> findByToken(String token) {
        return findByKey(token);
    }

    /** Who hands this code out; empty for a mistyped one. Capitals and small letters are the same. */
    public Optional<Advocate> findByCode(String code) {
        return findByKey(CODES + code.toUpperCase(Locale.ROOT));
    }

    private Optional<Advocate> findByKey(String key) {
        return jdbc.sql(SELECT + """
                                join advocate_link on advocate_link.workspace_id = advocate.workspace_id
                                  and advocate_link.advocate_id = advocate.id
                                where advocate_link.key_hash = :hash
                                """)
                .param("hash", LinkTokens.hash(key))
                .query((row, n) -> advocate(row))
                .optional();
    }

    private static Advocate advocate(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Advocate(
                new WorkspaceId(Rows.id(row, "workspace_id")),
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                new ContactId(Rows.id(row, "contact_id")),
                row.getString("code"));
    }

    /** The path of a promoter's page. */
    public String path(UUID advocate) {
        return letters.path(target(advocate));
    }

    static Letters.Target target(UUID advocate) {
        return new Letters.Target(PREFIX, advocate);
    }

    private String token(Advocate made) {
        return path(made.id()).substring(PREFIX.length());
    }

    private String code() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining());
    }
}

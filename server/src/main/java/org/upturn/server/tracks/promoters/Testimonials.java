package org.upturn.server.tracks.promoters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/**
 * The door to testimonials. Only the person gives one, on the page of their own, and takes it back there at any time; the team
 * sees what stands and nothing else.
 */
@Service
public class Testimonials {
    public static final int LONGEST_WORDS = 1_000;
    public static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Testimonials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a person says on the page.
     *
     * @param consents whether they ticked that these words may be shown there under this name
     * @param places by their words
     */
    public record Told(
            String words, String name, String role, List<String> places, String language, boolean consents) {}

    /** Gives one, in place of what was given before. @throws Problem where something is missing, the consent above all */
    @Transactional
    public Testimonial give(Advocate by, Told told) {
        Testimonial given = checked(told);
        withdraw(by);
        jdbc.sql("""
                        insert into testimonial (workspace_id, id, advocate_id, words, name, role, places, language, given_at)
                        values (:workspace, :id, :advocate, :words, :name, :role, :places, :language, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", given.id())
                .param("advocate", by.id())
                .param("words", given.words())
                .param("name", given.name())
                .param("role", given.role())
                .param(
                        "places",
                        given.places().stream().map(Testimonial.Place::word).toArray(String[]::new))
                .param("language", given.language())
                .param("now", Rows.time(given.givenAt()))
                .update();
        return given;
    }

    private Testimonial checked(Told told) {
        if (!told.consents()) {
            throw Problem.invalid("consent", "problem.testimonial.consent");
        }
        String words = told.words().replace("\0", "").strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            throw Problem.invalid("words", "problem.testimonial.words", LONGEST_WORDS);
        }
        String name = line(told.name());
        String role = line(told.role());
        if (name.isEmpty() || name.length() > LONGEST_NAME || role.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.testimonial.name", LONGEST_NAME);
        }
        List<Testimonial.Place> places =
                told.places().stream().map(Testimonial.Place::of).distinct().toList();
        if (places.isEmpty()) {
            throw Problem.invalid("places", "problem.testimonial.places");
        }
        return new Testimonial(Ids.next(), words, name, role, places, told.language(), clock.instant());
    }

    private static String line(String told) {
        return told.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Takes it back: what it said goes, that and when there was a consent stays. */
    @Transactional
    public void withdraw(Advocate by) {
        jdbc.sql("""
                        update testimonial
                        set withdrawn_at = :now, words = '', name = '', role = ''
                        where workspace_id = :workspace
                          and advocate_id = :advocate
                          and withdrawn_at is null
                        """)
                .param("workspace", by.workspace().value())
                .param("advocate", by.id())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** What this person allows now. */
    public Optional<Testimonial> of(Advocate by) {
        return jdbc.sql("""
                        select id, words, name, role, places, language, given_at
                        from testimonial
                        where workspace_id = :workspace
                          and advocate_id = :advocate
                          and withdrawn_at is null
                        """)
                .param("workspace", by.workspace().value())
                .param("advocate", by.id())
                .query((row, n) -> testimonial(row))
                .optional();
    }

    /** Everything that may be shown now, the newest first. */
    public List<Testimonial> ofProgram(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select testimonial.id, testimonial.words, testimonial.name, testimonial.role, testimonial.places,
                          testimonial.language, testimonial.given_at
                        from testimonial
                        join advocate on advocate.workspace_id = :workspace and advocate.id = testimonial.advocate_id
                        where testimonial.workspace_id = :workspace
                          and advocate.program_id = :program
                          and testimonial.withdrawn_at is null
                        order by testimonial.id desc
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> testimonial(row))
                .list();
    }

    private static Testimonial testimonial(ResultSet row) throws SQLException {
        return new Testimonial(
                Rows.id(row, "id"),
                row.getString("words"),
                row.getString("name"),
                row.getString("role"),
                Arrays.stream((String[]) row.getArray("places").getArray())
                        .map(Testimonial.Place::of)
                        .toList(),
                row.getString("language"),
                Rows.time(row, "given_at"));
    }
}

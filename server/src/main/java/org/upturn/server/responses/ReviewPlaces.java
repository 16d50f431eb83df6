package org.upturn.server.responses;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WebLink;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * Where people are offered to write a review when they have answered: everybody, whatever the score. There is no way to offer
 * it to promoters alone, for that is review gating (RATIONALE, "Review links go to everybody who has answered").
 */
@Service
public class ReviewPlaces {
    /** More are no help to anybody who wants to write one. */
    public static final int MOST = 5;

    static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final AuditLog audit;

    ReviewPlaces(JdbcClient jdbc, Surveys surveys, AuditLog audit) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.audit = audit;
    }

    /** Those of a program, in the team's order. */
    public List<ReviewPlace> of(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select name, url
                        from review_place
                        where workspace_id = :workspace
                          and program_id = :program
                        order by position
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new ReviewPlace(row.getString("name"), row.getString("url")))
                .list();
    }

    /** These and no others. @throws Problem where one has no name or its address is none */
    @Transactional
    public void save(Member by, ProgramId program, List<ReviewPlace> places) {
        surveys.program(by.workspace(), program);
        if (places.size() > MOST) {
            throw Problem.invalid("reviewPlaces", "problem.review.many", MOST);
        }
        List<ReviewPlace> checked = places.stream().map(ReviewPlaces::checked).toList();
        jdbc.sql("delete from review_place where workspace_id = :workspace and program_id = :program")
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .update();
        for (int i = 0; i < checked.size(); i++) {
            jdbc.sql("""
                            insert into review_place (workspace_id, program_id, position, name, url)
                            values (:workspace, :program, :position, :name, :url)
                            """)
                    .param("workspace", by.workspace().value())
                    .param("program", program.value())
                    .param("position", i)
                    .param("name", checked.get(i).name())
                    .param("url", checked.get(i).url())
                    .update();
        }
        audit.record(by, "review-places.changed", program.value());
    }

    private static ReviewPlace checked(ReviewPlace told) {
        String name = told.name().replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("reviewPlaces", "problem.review.name", LONGEST_NAME);
        }
        return new ReviewPlace(name, WebLink.checked("reviewPlaces", told.url()));
    }
}

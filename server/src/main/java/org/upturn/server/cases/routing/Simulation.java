package org.upturn.server.cases.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.MemberId;

/**
 * What rules would have done with past detractors.
 *
 * @param detractors looked at, the most recent first up to a bound
 * @param read of those, whose words are read
 * @param subtypes how many of each
 * @param silent how many named nothing to act on
 * @param owners how many each would have got, and did get
 * @param rules how many each rule would have taken, in their order; the last, without a name, is the program's own owner
 * @param nobody how many would have been nobody's
 * @param moved how many would have gone to somebody else than they did
 * @param missed converted detractors that an alarm at a score of three or lower would have missed (S4-11)
 * @param examples of those who would have gone to somebody else, converted first
 */
public record Simulation(
        int detractors,
        int read,
        Map<Subtype, Integer> subtypes,
        int silent,
        List<Share> owners,
        List<Taken> rules,
        int nobody,
        int moved,
        int missed,
        List<Moved> examples) {
    /** Somebody's part. @param had how many of them were theirs */
    public record Share(MemberId member, int gets, int had) {}

    /** A rule's part. @param rule its name; null for the program's own owner */
    public record Taken(@Nullable String rule, int cases) {}

    /** Somebody's case that would have gone to somebody else. @param had null where it was nobody's, or had no case */
    public record Moved(
            ResponseId response,
            String person,
            Score score,
            @Nullable Score before,
            Subtype subtype,
            @Nullable String rule,
            MemberId gets,
            @Nullable MemberId had) {}
}

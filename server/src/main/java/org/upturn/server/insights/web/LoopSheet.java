package org.upturn.server.insights.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.insights.Share;
import org.upturn.server.insights.loop.Became;
import org.upturn.server.insights.loop.Costs;
import org.upturn.server.insights.loop.Difference;
import org.upturn.server.insights.loop.LoopFilter;
import org.upturn.server.insights.loop.LoopLook;
import org.upturn.server.insights.loop.LoopPerson;
import org.upturn.server.insights.loop.LoopReport;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Wave;

/**
 * What the loop's page shows.
 *
 * @param all waves of the program, the earliest first
 * @param became whose people are listed; null for all
 * @param currency in which costs are; null while the workspace has not said
 */
public record LoopSheet(
        List<Program> programs,
        Program program,
        List<Wave> all,
        LoopFilter filter,
        @Nullable Became became,
        LoopLook look,
        Slice<LoopPerson> people,
        @Nullable String currency) {
    public LoopReport report() {
        return look.report();
    }

    public Costs costs() {
        return look.costs();
    }

    /** A part of the bar of what became of all: where it begins and how wide it is, of 100. */
    public record Part(Became became, double x, double width) {}

    public List<Part> parts() {
        double[] x = {0};
        return List.of(Became.values()).stream()
                .map(one -> {
                    double width = 100 * report().becameShare(one).value();
                    var part = new Part(one, x[0], width);
                    x[0] += width;
                    return part;
                })
                .toList();
    }

    /** A share with its interval as a line, in units of 100. */
    public record Line(String of, Share share) {
        public double x() {
            return 100 * share.value();
        }

        public double low() {
            return 100 * share.low();
        }

        public double width() {
            return 100 * (share.high() - share.low());
        }
    }

    /** Those who were contacted and those who were not, as far as there are any. */
    public List<Line> lines(Difference one) {
        return List.of(new Line("contacted", one.one()), new Line("uncontacted", one.other())).stream()
                .filter(line -> line.share().whole() > 0)
                .toList();
    }

    /** A difference in points of a hundred, signed and whole. */
    public static String points(double difference) {
        long points = Math.round(100 * difference);
        if (points == 0 && Math.abs(difference) >= 0.0005) {
            return (difference > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.1f", 100 * Math.abs(difference));
        }
        return (points > 0 ? "+" : points < 0 ? "−" : "") + String.format(Locale.ROOT, "%d", Math.abs(points));
    }

    /**
     * The query of this choice.
     *
     * @param whose other people; null for all
     */
    public String query(@Nullable Became whose) {
        var query = new StringBuilder("program=").append(program.id().value());
        if (!filter.waves().isEmpty()) {
            query.append("&from=").append(filter.waves().getFirst().id().value());
            query.append("&to=").append(filter.waves().getLast().id().value());
        }
        if (filter.subtype() != null) {
            query.append("&subtype=").append(filter.subtype().word());
        }
        return whose == null
                ? query.toString()
                : query.append("&became=").append(whose.word()).toString();
    }
}

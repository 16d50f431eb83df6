package org.upturn.server.instant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page, ready to be drawn: every number is formatted, every length is a percentage of its line. */
public record ReportView(
        String fileName,
        String made,
        @Nullable NpsView nps,
        List<String> notes,
        SubtypesView subtypes,
        List<ThemeView> themes,
        List<ThemeView> furtherThemes,
        String furtherThemesLabel,
        @Nullable WavesView waves,
        List<SegmentView> segments,
        List<DetractorView> detractors,
        MethodView method) {

    /** The head: value, interval and where they lie between −100 and 100. */
    public record NpsView(
            String value,
            String interval,
            String answers,
            String band,
            String description,
            IntervalView line,
            List<BandView> bands,
            List<TickView> ticks,
            List<GroupView> groups,
            String groupsDescription) {}

    /** A stretch of the line from −100 to 100 that has a name. */
    public record BandView(String width, boolean current) {}

    /** A number below the line. */
    public record TickView(String at, String label) {}

    /** A value with its interval on the line from −100 to 100, in per cent of the line. */
    public record IntervalView(String value, String left, String width) {}

    /** One of the three groups as a part of the bar. */
    public record GroupView(String word, String name, String scores, String count, String share, String width) {}

    /** The four counts. */
    public record SubtypesView(String title, String lead, List<SubtypeView> kinds) {}

    /** One count with what it means and who should act. */
    public record SubtypeView(String word, String name, String count, String meaning, String who) {}

    /** A theme with its bar and two quotations. */
    public record ThemeView(
            String name, String share, String count, String width, String impact, List<QuoteView> quotes) {}

    /**
     * Words of a person.
     *
     * @param shown the part around the evidence, or all of it
     * @param whole everything, when {@code shown} is but a part; else empty
     */
    public record QuoteView(List<Piece> shown, List<Piece> whole, String who) {}

    /** A run of words, marked when it is evidence. */
    public record Piece(String text, boolean marked) {}

    /** NPS wave by wave, as a drawing of 1000 by 240 and as a table. */
    public record WavesView(
            String description,
            String line,
            String band,
            String zero,
            String first,
            String last,
            List<ShareView> rows) {}

    /** A part of the answers with its own NPS. */
    public record ShareView(String name, String nps, String interval, String answers, IntervalView line) {}

    /** A segment column with the NPS of each of its values. */
    public record SegmentView(String name, List<ShareView> values) {}

    /** A person to talk to. */
    public record DetractorView(
            String name,
            String detail,
            String score,
            String scores,
            String subtype,
            String subtypeName,
            boolean silent,
            QuoteView words,
            List<String> themes,
            String earlier) {}

    /** How the numbers came about. */
    public record MethodView(
            List<String> sentences,
            List<ColumnView> columns,
            String unused,
            List<RejectedView> rejected,
            String rejectedFile,
            String moreRejected) {}

    /** A column and what it was taken for. */
    public record ColumnView(String role, String column) {}

    /** A row that was not taken. */
    public record RejectedView(String row, String column, String value, String reason) {}
}

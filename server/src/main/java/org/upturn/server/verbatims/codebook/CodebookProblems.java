package org.upturn.server.verbatims.codebook;

import org.upturn.engine.CodebookException;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/** What can go wrong with a codebook, each with the way to mend it. */
public final class CodebookProblems {
    private CodebookProblems() {}

    /** A codebook, or a theme of it, that cannot be used; the engine names the theme and the field. */
    public static Problem unusable(CodebookException reason) {
        return Problem.invalid("themes", "problem.codebook.unusable", String.valueOf(reason.getMessage()));
    }

    static Problem notATable(Message reason) {
        return Problem.invalid("file", reason);
    }

    static Problem notJson() {
        return Problem.invalid("file", "problem.codebook.json");
    }

    static Problem columnMissing(String column) {
        return Problem.invalid("file", "problem.codebook.column", column);
    }

    static Problem brokenRow(long row, Message reason) {
        return Problem.invalid("file", "problem.codebook.row", row, reason);
    }

    static Problem noSuchTheme() {
        return Problem.invalid("theme", "problem.codebook.theme");
    }

    static Problem sameTheme() {
        return Problem.invalid("into", "problem.codebook.into");
    }

    static Problem lastTheme() {
        return Problem.conflict("problem.codebook.last");
    }

    /** There are three forms. */
    public static Problem unknownFormat() {
        return Problem.invalid("format", "problem.codebook.format");
    }

    static Problem unknownType() {
        return Problem.of(Problem.Code.MEDIA_TYPE_NOT_SUPPORTED, "problem.codebook.type");
    }

    /** Somebody else edited it meanwhile. */
    static Problem editedMeanwhile() {
        return Problem.conflict("problem.codebook.edited");
    }

    /** While a version goes live there is nothing to edit. */
    static Problem goingLive(int version) {
        return Problem.conflict("problem.codebook.goingLive", version);
    }

    static Problem draftInTheWay() {
        return Problem.conflict("problem.codebook.draft");
    }

    /** There is no draft. */
    static Problem noDraft() {
        return Problem.conflict("problem.codebook.noDraft");
    }

    /** A draft that says the same as what is active. */
    static Problem nothingChanged() {
        return Problem.conflict("problem.codebook.same");
    }

    /** Nothing is on its way. */
    public static Problem notGoingLive() {
        return Problem.conflict("problem.codebook.notGoingLive");
    }

    /** Notes are short. */
    static Problem longNote(int most) {
        return Problem.invalid("note", "problem.codebook.note", most);
    }
}

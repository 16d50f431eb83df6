package org.upturn.server.verbatims.codebook;

import org.upturn.engine.CodebookException;
import org.upturn.server.kernel.Problem;

/** What can go wrong with a codebook, each with the way to mend it. */
public final class CodebookProblems {
    private CodebookProblems() {}

    /** A codebook, or a theme of it, that cannot be used; the message names the theme and the field. */
    public static Problem unusable(CodebookException reason) {
        return Problem.invalid("themes", String.valueOf(reason.getMessage()));
    }

    static Problem notATable(String reason) {
        return Problem.invalid("file", reason);
    }

    static Problem notJson() {
        return Problem.invalid(
                "file", "The file is not JSON: export the codebook as JSON to see the form, and save it as UTF-8.");
    }

    static Problem columnMissing(String column) {
        return Problem.invalid(
                "file",
                "The column " + column + " is missing: a codebook as a table has the columns id, name, description,"
                        + " examples, gap, owner and parent, of which id and name are needed.");
    }

    static Problem brokenRow(long row, String reason) {
        return Problem.invalid("file", "Row " + row + ": " + reason + ".");
    }

    static Problem noSuchTheme() {
        return Problem.invalid("theme", "Choose a theme of this codebook; somebody may have removed that one.");
    }

    static Problem sameTheme() {
        return Problem.invalid("into", "Choose another theme to merge it into.");
    }

    static Problem lastTheme() {
        return Problem.conflict("A codebook needs at least one theme. Add another one first.");
    }

    /** There are three forms. */
    public static Problem unknownFormat() {
        return Problem.invalid("format", "A codebook comes as yaml, csv or json.");
    }

    static Problem unknownType() {
        return Problem.of(
                Problem.Code.MEDIA_TYPE_NOT_SUPPORTED,
                "Send the codebook as application/json, application/yaml or text/csv.");
    }

    /** Somebody else edited it meanwhile. */
    static Problem editedMeanwhile() {
        return Problem.conflict(
                "Somebody else has changed this draft since you opened it. Nothing of theirs or yours is"
                        + " lost: look at the draft as it is now, and do it again if it is still needed.");
    }

    /** While a version goes live there is nothing to edit. */
    static Problem goingLive(int version) {
        return Problem.conflict("Version " + version + " is going live: wait until it is, or take it back to edit on.");
    }

    static Problem draftInTheWay() {
        return Problem.conflict("There is a draft already. Make it live or discard it first, so that nothing is lost.");
    }

    /** There is no draft. */
    public static Problem noDraft() {
        return Problem.conflict("There is no draft. Change a theme to begin one.");
    }

    /** A draft that says the same as what is active. */
    public static Problem nothingChanged() {
        return Problem.conflict("The draft says the same as the version that is live. Change something first.");
    }

    /** Nothing is on its way. */
    public static Problem notGoingLive() {
        return Problem.conflict("No version is going live now; it may be live already.");
    }

    static Problem tooLong(String field, int most) {
        return Problem.invalid(field, "At most " + most + " characters, please.");
    }
}

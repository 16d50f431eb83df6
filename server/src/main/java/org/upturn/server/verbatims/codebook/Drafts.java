package org.upturn.server.verbatims.codebook;

import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * The door to the draft of a codebook. The first edit makes it, a copy of the version that is active; nothing that is
 * read changes until it goes live. Two people may edit at once: different themes go together, and whoever changes what
 * another has changed meanwhile is told before anything is stored.
 */
@Service
public class Drafts {
    private static final int LONGEST_NOTE = 500;

    private final CodebookRepository codebooks;
    private final ThemeRepository themes;
    private final AuditLog audit;
    private final Clock clock;

    Drafts(CodebookRepository codebooks, ThemeRepository themes, AuditLog audit, Clock clock) {
        this.codebooks = codebooks;
        this.themes = themes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The draft of a program's codebook; one that nobody has begun yet says what is active. */
    @Transactional(readOnly = true)
    public Draft find(WorkspaceId workspace, ProgramId program) {
        CodebookRepository.Known known = codebooks.known(workspace, program);
        CodebookContent active = themes.find(workspace, known.id(), known.activeVersion());
        CodebookVersion coming = codebooks.coming(workspace, known.id());
        if (coming == null || !coming.isDraft()) {
            return new Draft(known.id(), next(workspace, known), 0, active, active);
        }
        CodebookContent content = themes.find(workspace, known.id(), coming.number());
        return new Draft(known.id(), coming.number(), coming.revision(), active, content);
    }

    /** Adds a theme at the end, under an id made of its name. */
    @Transactional
    public String add(Member by, ProgramId program, ThemeForm told) {
        var id = new String[1];
        edit(by, program, null, content -> {
            id[0] = ThemeEdits.freeId(content, told.name());
            return ThemeEdits.add(content, told.theme(id[0]));
        });
        return id[0];
    }

    /**
     * Changes what a theme says.
     *
     * @param seen the mark of the theme as it was when the change began, see {@link Draft#seen}
     */
    @Transactional
    public void change(Member by, ProgramId program, String id, String seen, ThemeForm told) {
        edit(by, program, null, content -> {
            checkUnchanged(content, id, seen);
            return ThemeEdits.change(content, told.theme(id));
        });
    }

    @Transactional
    public void remove(Member by, ProgramId program, String id, String seen) {
        edit(by, program, null, content -> {
            checkUnchanged(content, id, seen);
            return ThemeEdits.remove(content, id);
        });
    }

    /** Merges a theme into another, which takes its examples and remembers it. */
    @Transactional
    public void merge(Member by, ProgramId program, String id, String seen, String into) {
        edit(by, program, null, content -> {
            checkUnchanged(content, id, seen);
            return ThemeEdits.merge(content, id, into);
        });
    }

    /** Makes two themes of one: the first keeps the id, the second takes the examples named. */
    @Transactional
    public void split(Member by, ProgramId program, String id, String seen, String name, Set<String> examples) {
        edit(by, program, null, content -> {
            checkUnchanged(content, id, seen);
            return ThemeEdits.split(content, id, name.strip(), examples);
        });
    }

    /** Moves a theme up or down among its neighbours. */
    @Transactional
    public void move(Member by, ProgramId program, String id, boolean up) {
        edit(by, program, null, content -> ThemeEdits.move(content, id, up));
    }

    /**
     * Puts a whole codebook in the place of the draft.
     *
     * @param revision the draft's revision when it was last looked at; null to do it in any case
     */
    @Transactional
    public void replace(Member by, ProgramId program, @Nullable Integer revision, CodebookContent told) {
        edit(by, program, revision, content -> ThemeEdits.replace(content, told));
    }

    /** Begins a draft that says what an earlier version said. */
    @Transactional
    public void returnTo(Member by, ProgramId program, int version) {
        CodebookRepository.Known known = codebooks.known(by.workspace(), program);
        CodebookContent earlier = themes.find(by.workspace(), known.id(), version);
        codebooks.lock(by.workspace(), known.id());
        if (codebooks.coming(by.workspace(), known.id()) != null) {
            throw CodebookProblems.draftInTheWay();
        }
        edit(by, program, 0, content -> earlier);
    }

    /** Whether this draft can go live as it is; says why not when it cannot. */
    public void check(WorkspaceId workspace, Draft draft, @Nullable Integer revision) {
        CodebookVersion coming = codebooks.coming(workspace, draft.codebook());
        if (coming != null && !coming.isDraft()) {
            throw CodebookProblems.goingLive(coming.number());
        }
        if (coming == null) {
            throw CodebookProblems.noDraft();
        }
        checkRevision(coming, revision);
        if (draft.changes().count() == 0) {
            throw CodebookProblems.nothingChanged();
        }
    }

    /** Throws the draft away; what is active stays. */
    @Transactional
    public void discard(Member by, ProgramId program, @Nullable Integer revision) {
        CodebookRepository.Known known = codebooks.known(by.workspace(), program);
        CodebookVersion draft = locked(by.workspace(), known);
        if (draft == null) {
            throw CodebookProblems.noDraft();
        }
        checkRevision(draft, revision);
        themes.delete(by.workspace(), known.id(), draft.number());
        codebooks.delete(by.workspace(), known.id(), draft.number());
        audit.record(by, "codebook.draft-discarded", known.id());
    }

    /** A note as it is kept. */
    public static String note(@Nullable String told) {
        String note = told == null ? "" : told.strip();
        if (note.length() > LONGEST_NOTE) {
            throw CodebookProblems.longNote(LONGEST_NOTE);
        }
        return note;
    }

    private void edit(Member by, ProgramId program, @Nullable Integer revision, UnaryOperator<CodebookContent> change) {
        CodebookRepository.Known known = codebooks.known(by.workspace(), program);
        CodebookVersion draft = locked(by.workspace(), known);
        checkRevision(draft, revision);
        int from = draft == null ? known.activeVersion() : draft.number();
        int number = draft == null ? next(by.workspace(), known) : from;
        CodebookContent changed = ThemeEdits.checked(change.apply(themes.find(by.workspace(), known.id(), from)));
        if (draft == null) {
            codebooks.insert(by.workspace(), known.id(), begun(by, number, changed.name()));
            audit.record(by, "codebook.draft-begun", known.id());
        }
        codebooks.edited(by.workspace(), known.id(), number, changed.name());
        themes.replace(by.workspace(), known.id(), number, changed.themes());
        audit.record(by, "codebook.draft-edited", known.id());
    }

    private CodebookVersion begun(Member by, int number, String name) {
        return new CodebookVersion(
                number, CodebookVersion.State.DRAFT, name, "", 0, by.id().value(), clock.instant(), null, 0, 0);
    }

    private @Nullable CodebookVersion locked(WorkspaceId workspace, CodebookRepository.Known known) {
        codebooks.lock(workspace, known.id());
        CodebookVersion coming = codebooks.coming(workspace, known.id());
        if (coming != null && !coming.isDraft()) {
            throw CodebookProblems.goingLive(coming.number());
        }
        return coming;
    }

    private int next(WorkspaceId workspace, CodebookRepository.Known known) {
        return codebooks.versions(workspace, known.id()).getFirst().number() + 1;
    }

    private static void checkRevision(@Nullable CodebookVersion draft, @Nullable Integer revision) {
        if (revision != null && revision != (draft == null ? 0 : draft.revision())) {
            throw CodebookProblems.editedMeanwhile();
        }
    }

    private static void checkUnchanged(CodebookContent content, String id, String seen) {
        Theme theme = ThemeEdits.known(content, id).theme();
        if (!Draft.seen(theme).equals(seen)) {
            throw CodebookProblems.editedMeanwhile();
        }
    }
}

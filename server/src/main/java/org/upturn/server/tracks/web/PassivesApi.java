package org.upturn.server.tracks.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.PassiveFigures;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.tracks.passives.Risk;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The passives' track, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/passives")
class PassivesApi {
    private static final int MOST = 1_000;

    private final Tracks tracks;
    private final Passives passives;
    private final Surveys surveys;

    PassivesApi(Tracks tracks, Passives passives, Surveys surveys) {
        this.tracks = tracks;
        this.passives = passives;
        this.surveys = surveys;
    }

    record Touched(String kind, String words, String by, Instant at) {}

    record Item(
            UUID response,
            UUID contact,
            String name,
            @Nullable String account,
            int score,
            @Nullable Integer before,
            String verbatim,
            List<Risk> risks,
            @Nullable String question,
            @Nullable Instant askedAt,
            @Nullable UUID owner,
            @Nullable Touched touched) {
        static Item of(Passive one) {
            var touched = one.touched();
            return new Item(
                    one.response().value(),
                    one.contact().value(),
                    one.name(),
                    one.account(),
                    one.score().value(),
                    one.before() == null ? null : one.before().value(),
                    one.verbatim(),
                    one.risks(),
                    one.asked() == null ? null : one.asked().state(),
                    one.asked() == null ? null : one.asked().at(),
                    one.owner() == null ? null : one.owner().id().value(),
                    touched == null
                            ? null
                            : new Touched(touched.kind().word(), touched.words(), touched.by(), touched.at()));
        }
    }

    /** @param wave null before the first has opened */
    record Items(@Nullable UUID wave, @Nullable PassiveFigures figures, List<Item> items) {}

    record NewOwner(@Nullable UUID owner) {}

    record NewTouchpoint(@Nullable String kind, @Nullable String words) {}

    record Logged(UUID id) {}

    @GetMapping
    Items list(Member member, @PathVariable UUID program, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "problem.track.limit", MOST);
        }
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return tracks.newest(member.workspace(), known.id())
                .map(shown -> new Items(
                        shown.wave().id().value(),
                        passives.figures(member.workspace(), shown),
                        passives.list(member.workspace(), shown.wave(), limit).stream()
                                .map(Item::of)
                                .toList()))
                .orElseGet(() -> new Items(null, null, List.of()));
    }

    @PutMapping("/{contact}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(Member member, @PathVariable UUID program, @PathVariable UUID contact, @RequestBody NewOwner told) {
        passives.give(
                member,
                new ProgramId(program),
                new ContactId(contact),
                told.owner() == null ? null : new MemberId(told.owner()));
    }

    @PostMapping("/{contact}/touchpoints")
    @ResponseStatus(HttpStatus.CREATED)
    Logged touch(
            Member member, @PathVariable UUID program, @PathVariable UUID contact, @RequestBody NewTouchpoint told) {
        surveys.program(member.workspace(), new ProgramId(program));
        return new Logged(passives.touch(
                        member,
                        new ProgramId(program),
                        new ContactId(contact),
                        Interaction.Kind.of(told.kind() == null ? "note" : told.kind()),
                        told.words() == null ? "" : told.words())
                .id());
    }
}

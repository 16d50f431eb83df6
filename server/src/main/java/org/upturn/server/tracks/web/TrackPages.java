package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.ReviewPlace;
import org.upturn.server.responses.ReviewPlaces;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What a program offers to promoters, and to everybody who answers. */
@Controller
@RequestMapping("/programs/{program}/tracks")
class TrackPages {
    private final Tracks tracks;
    private final Surveys surveys;
    private final Templates templates;

    TrackPages(Tracks tracks, Surveys surveys, Templates templates) {
        this.tracks = tracks;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(Page page, Member member, @PathVariable UUID program) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        return page(page, known, tracks.settings(member.workspace(), known.id()), null);
    }

    @PostMapping
    Object save(
            Page page, Member member, @PathVariable UUID program, @RequestParam MultiValueMap<String, String> sent) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        TrackSettings told = SettingsForm.of(sent);
        try {
            tracks.save(member, known.id(), told);
            return Redirect.to("/programs/" + program + "/promoters");
        } catch (Problem problem) {
            return page(page, known, told, problem);
        }
    }

    /** Always with room for one more place. */
    private JteModel page(Page page, Program program, TrackSettings settings, @Nullable Problem problem) {
        List<ReviewPlace> places = new ArrayList<>(settings.reviewPlaces());
        while (places.size()
                < Math.min(ReviewPlaces.MOST, settings.reviewPlaces().size() + 2)) {
            places.add(new ReviewPlace("", ""));
        }
        return templates.tracksSettings(page, program, settings, places, problem);
    }
}

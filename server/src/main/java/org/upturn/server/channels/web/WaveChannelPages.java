package org.upturn.server.channels.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upturn.server.channels.Collectors;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** By which channels a wave was answered: a fragment for its pages. */
@Controller
class WaveChannelPages {
    private final Collectors collectors;
    private final Surveys surveys;
    private final Templates templates;

    WaveChannelPages(Collectors collectors, Surveys surveys, Templates templates) {
        this.collectors = collectors;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/waves/{wave}/channels")
    JteModel channels(Page page, Member member, @PathVariable UUID wave) {
        var one = surveys.wave(member.workspace(), new WaveId(wave));
        return templates.channels_channels(page, one.program(), collectors.counts(member.workspace(), one.id()));
    }
}

package org.upturn.server.alerts.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.alerts.AlertChannel;
import org.upturn.server.alerts.AlertChannels;
import org.upturn.server.alerts.ChannelKind;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The channels that alerts of a program go to. Addresses go in and never out. */
@RestController
@RequestMapping("/api/v1/settings/alert-channels")
class ChannelsApi {
    private final AlertChannels channels;
    private final Surveys surveys;
    private final Workspaces workspaces;

    ChannelsApi(AlertChannels channels, Surveys surveys, Workspaces workspaces) {
        this.channels = channels;
        this.surveys = surveys;
        this.workspaces = workspaces;
    }

    record NewChannel(
            @Nullable UUID program,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String url) {
        @Override
        public String toString() {
            return "NewChannel[…]";
        }
    }

    /** @param secret that signs, of a webhook that was just added; null otherwise */
    record ChannelItem(
            UUID id,
            UUID program,
            String kind,
            String name,
            String host,
            @Nullable Instant lastSentAt,
            @Nullable String problem,
            @Nullable String secret) {
        static ChannelItem of(AlertChannel one, @Nullable String secret) {
            return new ChannelItem(
                    one.id(),
                    one.program().value(),
                    one.kind().word(),
                    one.name(),
                    one.host(),
                    one.lastSentAt(),
                    one.lastProblem(),
                    secret);
        }
    }

    record LanguageItem(@Nullable String language) {}

    @GetMapping
    Slice<ChannelItem> list(Member member, @RequestParam UUID program) {
        ProgramId known =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        List<ChannelItem> all = channels.of(member.workspace(), known).stream()
                .map(one -> ChannelItem.of(one, null))
                .toList();
        return new Slice<>(all, null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ChannelItem add(Member member, @RequestBody NewChannel told) {
        if (told.program() == null) {
            throw Problem.invalid("program", "problem.alerts.program");
        }
        var channel = new AlertChannels.Told(
                ChannelKind.of(told.kind() == null ? "" : told.kind()),
                told.name() == null ? "" : told.name(),
                told.url() == null ? "" : told.url());
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var added = channels.add(member, new ProgramId(told.program()), channel, base);
        return ChannelItem.of(added.channel(), added.secret());
    }

    @GetMapping("/language")
    LanguageItem language(Member member) {
        return new LanguageItem(workspaces.find(member.workspace()).language().toLanguageTag());
    }

    /** What channels are told in, and each member who chose no language. */
    @PutMapping("/language")
    LanguageItem speak(Member member, @RequestBody LanguageItem told) {
        workspaces.speak(member, PreferenceForm.language(told.language() == null ? "" : told.language()));
        return language(member);
    }

    @PostMapping("/{channel}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(Member member, @PathVariable UUID channel) {
        channels.test(member, channel);
    }

    @DeleteMapping("/{channel}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable UUID channel) {
        channels.remove(member, channel);
    }
}

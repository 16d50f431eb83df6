package org.upturn.server.alerts.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertWords;
import org.upturn.server.alerts.preferences.Preferences;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** The alerts of the member whose key it is, and when they come. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsApi {
    private final Alerts alerts;
    private final Preferences preferences;

    AlertsApi(Alerts alerts, Preferences preferences) {
        this.alerts = alerts;
        this.preferences = preferences;
    }

    /** @param words as given; silence is told in words */
    record SaidItem(int score, String words, boolean silent) {
        static SaidItem of(Alert.Said said, AlertWords words) {
            return new SaidItem(said.score().value(), words.said(said.words()), said.words() instanceof Alert.Silence);
        }
    }

    /**
     * @param caseId null for somebody who has no case, like subtype and risk
     * @param path the page on which the person is looked after
     * @param prior null for a first answer, which {@code before} says in words
     * @param facts what else is to be said, in the member’s language
     */
    record AlertItem(
            UUID id,
            String kind,
            Instant happenedAt,
            boolean seen,
            @Nullable UUID caseId,
            String path,
            String contact,
            SaidItem answer,
            @Nullable SaidItem prior,
            String before,
            @Nullable String subtype,
            boolean highRisk,
            List<String> facts) {
        static AlertItem of(Alerts.Line line, AlertWords words) {
            Alert alert = line.alert();
            Alert.@Nullable OfCase item = alert.standing() instanceof Alert.OfCase one ? one : null;
            return new AlertItem(
                    line.id(),
                    alert.kind().word(),
                    alert.happenedAt(),
                    line.seen(),
                    item == null ? null : item.id().value(),
                    alert.standing().path(),
                    alert.who().name(),
                    SaidItem.of(alert.now(), words),
                    alert.prior() instanceof Alert.Earlier earlier ? SaidItem.of(earlier.said(), words) : null,
                    words.before(alert),
                    item == null ? null : item.subtype().word(),
                    item != null && item.highRisk(),
                    words.facts(alert));
        }
    }

    record SeenItem(@Nullable UUID upTo) {}

    record PreferenceItem(
            @Nullable String pace,
            @Nullable String digest,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String timeZone,
            @Nullable String language,
            @Nullable Boolean breaksThrough) {}

    @GetMapping
    Slice<AlertItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        AlertWords words = alerts.words(member);
        return alerts.list(member, after, Slice.limit(limit)).map(line -> AlertItem.of(line, words));
    }

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Member member, @RequestBody SeenItem told) {
        if (told.upTo() == null) {
            throw Problem.invalid("upTo", "problem.alerts.upTo");
        }
        alerts.markSeen(member, told.upTo());
    }

    @GetMapping("/preferences")
    PreferenceItem preferences(Member member) {
        PreferenceForm form = PreferenceForm.of(preferences.of(member.workspace(), member.id()));
        return new PreferenceItem(
                form.pace(),
                form.digest(),
                form.quietFrom().isEmpty() ? null : form.quietFrom(),
                form.quietUntil().isEmpty() ? null : form.quietUntil(),
                form.timeZone(),
                form.language(),
                form.breaksThrough());
    }

    /** What is left out stays as it is; quiet hours that are left out end. */
    @PutMapping("/preferences")
    PreferenceItem save(Member member, @RequestBody PreferenceItem told) {
        PreferenceForm known = PreferenceForm.of(preferences.of(member.workspace(), member.id()));
        var form = new PreferenceForm(
                told.pace() == null ? known.pace() : told.pace(),
                told.digest() == null ? known.digest() : told.digest(),
                told.quietFrom() == null ? "" : told.quietFrom(),
                told.quietUntil() == null ? "" : told.quietUntil(),
                told.timeZone() == null ? known.timeZone() : told.timeZone(),
                told.language() == null ? known.language() : told.language(),
                told.breaksThrough() == null ? known.breaksThrough() : told.breaksThrough());
        preferences.save(member, form.preference());
        return preferences(member);
    }
}

package org.upturn.server.discovery.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.discovery.Board;
import org.upturn.server.discovery.FoundGroup;
import org.upturn.server.discovery.Scope;

/** What the API says about the discovery board. */
final class DiscoveryItems {
    private DiscoveryItems() {}

    record BoardItem(
            @Nullable UUID wave,
            @Nullable UUID waveBefore,
            String state,
            int read,
            int all,
            @Nullable Instant computedAt,
            boolean stale,
            int verbatims,
            boolean cut,
            List<GroupItem> groups) {
        static BoardItem of(Board board, BoardViews.Sources sources) {
            Scope scope = board.scope();
            Board.Found found = board.found();
            return new BoardItem(
                    scope == null ? null : scope.wave().id().value(),
                    scope == null || scope.before() == null
                            ? null
                            : scope.before().id().value(),
                    board.state().word(),
                    board.progress().read(),
                    board.progress().all(),
                    found == null ? null : found.computedAt(),
                    found != null && found.stale(),
                    found == null ? 0 : found.verbatims(),
                    found != null && found.cut(),
                    found == null
                            ? List.of()
                            : found.groups().stream()
                                    .map(one -> GroupItem.of(found, one, sources))
                                    .toList());
        }
    }

    record GroupItem(
            UUID id,
            String label,
            List<String> terms,
            int people,
            @Nullable Integer before,
            int growth,
            boolean isNew,
            @Nullable Double share,
            boolean dismissed,
            @Nullable String theme,
            List<UUID> responses,
            List<QuotationItem> quotations) {
        static GroupItem of(Board.Found found, FoundGroup group, BoardViews.Sources sources) {
            return new GroupItem(
                    group.id(),
                    group.label(),
                    group.terms(),
                    group.inWave(),
                    group.inWaveBefore(),
                    group.growth(),
                    group.isNew(),
                    BoardViews.share(found, group),
                    found.dismissed().contains(group.id()),
                    found.themes().get(group.id()),
                    group.responses(),
                    BoardViews.voices(group, sources).stream()
                            .map(one -> new QuotationItem(
                                    one.response(), one.score().value(), one.words()))
                            .toList());
        }
    }

    record QuotationItem(UUID response, int score, String words) {}

    /** A theme in the draft. */
    record ThemeItem(String theme) {}
}

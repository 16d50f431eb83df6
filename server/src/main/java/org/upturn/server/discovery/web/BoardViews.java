package org.upturn.server.discovery.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.discovery.Board;
import org.upturn.server.discovery.FoundGroup;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;

/** Puts the cards of a board together, in a few statements for any number. */
@Component
class BoardViews {
    private static final int AT_ONCE = 20;

    private final Surveys surveys;
    private final Responses responses;
    private final Contacts contacts;

    BoardViews(Surveys surveys, Responses responses, Contacts contacts) {
        this.surveys = surveys;
        this.responses = responses;
        this.contacts = contacts;
    }

    /** What the quotations of some groups are taken from. */
    record Sources(Map<UUID, Response> said, Map<ContactId, Contact> people) {}

    BoardView of(WorkspaceId workspace, Program program, Board board, boolean all, @Nullable UUID dismissed) {
        Board.Found found = board.found();
        List<FoundGroup> open = found == null ? List.of() : found.open();
        List<FoundGroup> shown = all ? open : open.subList(0, Math.min(AT_ONCE, open.size()));
        Sources sources = sources(workspace, shown);
        int most = open.stream()
                .mapToInt(one -> Math.max(one.inWave(), one.inWaveBefore() == null ? 0 : one.inWaveBefore()))
                .max()
                .orElse(1);
        return new BoardView(
                surveys.programs(workspace),
                program,
                board,
                shown.stream()
                        .map(one -> card(Objects.requireNonNull(found), one, sources, most))
                        .toList(),
                open.size() - shown.size(),
                found == null || dismissed == null
                        ? null
                        : found.setAside().stream()
                                .filter(one -> one.id().equals(dismissed))
                                .findFirst()
                                .orElse(null));
    }

    /** What was said by those whom these groups quote. */
    Sources sources(WorkspaceId workspace, List<FoundGroup> groups) {
        List<ResponseId> ids = groups.stream()
                .flatMap(group -> group.quotations().stream())
                .map(quote -> new ResponseId(quote.response()))
                .distinct()
                .toList();
        Map<UUID, Response> said = responses.findAll(workspace, ids).stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        return new Sources(
                said,
                contacts.findAll(
                        workspace, said.values().stream().map(Response::contact).toList()));
    }

    private static GroupCard card(Board.Found found, FoundGroup group, Sources sources, int most) {
        String theme = found.themes().get(group.id());
        return new GroupCard(
                group,
                voices(group, sources),
                theme == null ? null : URLEncoder.encode(theme, StandardCharsets.UTF_8),
                share(found, group),
                most);
    }

    /** Null when there were more than are grouped at once, for then it would be too small. */
    static @Nullable Double share(Board.Found found, FoundGroup group) {
        return found.cut() || found.said() == 0 ? null : group.inWave() / (double) found.said();
    }

    /** The quotations that still are what these people say. */
    static List<GroupCard.Voice> voices(FoundGroup group, Sources sources) {
        return group.quotations().stream()
                .filter(one -> one.isIn(sources.said.get(one.response())))
                .map(one -> voice(one, Objects.requireNonNull(sources.said.get(one.response())), sources))
                .toList();
    }

    private static GroupCard.Voice voice(FoundGroup.Quote quote, Response said, Sources sources) {
        String verbatim = said.verbatim();
        return new GroupCard.Voice(
                Objects.requireNonNull(sources.people.get(said.contact())),
                said.score(),
                quote.response(),
                verbatim.substring(quote.start(), quote.end()).strip(),
                !verbatim.substring(0, quote.start()).isBlank(),
                !verbatim.substring(quote.end()).isBlank());
    }
}

package org.upturn.server.discovery.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.discovery.Board;
import org.upturn.server.discovery.Discoveries;
import org.upturn.server.discovery.GroupDecisions;
import org.upturn.server.discovery.web.DiscoveryItems.BoardItem;
import org.upturn.server.discovery.web.DiscoveryItems.ThemeItem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** The discovery board, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/discovery")
class DiscoveryApi {
    private final Discoveries discoveries;
    private final GroupDecisions decisions;
    private final BoardViews views;

    DiscoveryApi(Discoveries discoveries, GroupDecisions decisions, BoardViews views) {
        this.discoveries = discoveries;
        this.decisions = decisions;
        this.views = views;
    }

    @GetMapping
    BoardItem find(Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable UUID wave) {
        return item(member, discoveries.find(member.workspace(), new ProgramId(program), wave));
    }

    /** Computes it anew; while that is being done already, nothing more. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BoardItem compute(Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable UUID wave) {
        return item(member, discoveries.compute(member.workspace(), new ProgramId(program), wave));
    }

    @PostMapping("/groups/{group}/theme")
    @ResponseStatus(HttpStatus.CREATED)
    ThemeItem makeTheme(Member member, @PathVariable UUID program, @PathVariable UUID group) {
        return new ThemeItem(decisions.makeTheme(member, new ProgramId(program), group));
    }

    @PutMapping("/groups/{group}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Member member, @PathVariable UUID program, @PathVariable UUID group) {
        decisions.dismiss(member, new ProgramId(program), group);
    }

    @DeleteMapping("/groups/{group}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringBack(Member member, @PathVariable UUID program, @PathVariable UUID group) {
        decisions.bringBack(member, new ProgramId(program), group);
    }

    private BoardItem item(Member member, Board board) {
        Board.Found found = board.found();
        return BoardItem.of(board, views.sources(member.workspace(), found == null ? List.of() : found.groups()));
    }
}

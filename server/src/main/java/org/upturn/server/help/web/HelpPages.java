package org.upturn.server.help.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.help.Chapter;
import org.upturn.server.help.Guide;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The user guide: its chapters, a search in them, and from any page the chapter that explains it. */
@Controller
class HelpPages {
    private final Guide guide;
    private final Templates templates;

    HelpPages(Guide guide, Templates templates) {
        this.guide = guide;
        this.templates = templates;
    }

    /**
     * The table of contents.
     *
     * @param q words to look for
     * @param at the path of a page that wants explaining
     */
    @GetMapping("/help")
    Object contents(Page page, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String at) {
        if (!at.isEmpty()) {
            return Redirect.to("/help/" + HelpPlaces.explaining(at));
        }
        return q.isBlank() ? page(page, "") : templates.helpSearch(page, q.strip(), guide.search(q));
    }

    @GetMapping("/help/{name}")
    Object chapter(Page page, @PathVariable String name) {
        return page(page, name);
    }

    @GetMapping("/help/api/{name}")
    Object apiChapter(Page page, @PathVariable String name) {
        return page(page, "api/" + name);
    }

    private Object page(Page page, String name) {
        Chapter chapter = guide.find(name).orElseThrow(() -> Problem.notFound("problem.help.notFound"));
        return templates.helpChapter(page, chapter, out -> out.writeContent(chapter.html()));
    }
}

package org.upturn.server.contacts.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.duplicates.Duplicate;
import org.upturn.server.contacts.duplicates.Duplicates;
import org.upturn.server.contacts.duplicates.Merge;
import org.upturn.server.contacts.duplicates.Merges;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Duplicates and merges for programs. */
@RestController
@RequestMapping("/api/v1")
class DuplicatesApi {
    private final Duplicates duplicates;
    private final Merges merges;
    private final Contacts contacts;

    DuplicatesApi(Duplicates duplicates, Merges merges, Contacts contacts) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.contacts = contacts;
    }

    record DuplicateItem(UUID id, ContactItem one, ContactItem other, double likeness, String reason) {
        static DuplicateItem of(Duplicate pair) {
            return new DuplicateItem(
                    pair.id(),
                    ContactItem.of(pair.one()),
                    ContactItem.of(pair.other()),
                    Math.round(pair.likeness() * 100) / 100.0,
                    pair.reason());
        }
    }

    record DuplicateList(List<DuplicateItem> items, long count) {}

    record MergeItem(UUID id, UUID survivor, UUID merged, UUID by, Instant at) {
        static MergeItem of(Merge merge) {
            return new MergeItem(
                    merge.id(),
                    merge.survivor().id().value(),
                    merge.merged().id().value(),
                    merge.by().value(),
                    merge.at());
        }
    }

    record MergeList(List<MergeItem> items) {}

    /** @param take fields in which the merged contact's value goes before the survivor's */
    record NewMerge(
            @Nullable UUID survivor,
            @Nullable UUID merged,
            @Nullable Set<String> take) {}

    @GetMapping("/duplicates")
    DuplicateList list(Member member, @RequestParam(required = false) @Nullable Integer limit) {
        return new DuplicateList(
                duplicates.list(member.workspace(), Slice.limit(limit)).stream()
                        .map(DuplicateItem::of)
                        .toList(),
                duplicates.count(member.workspace()));
    }

    /** Looks through all contacts anew. */
    @PostMapping("/duplicates")
    DuplicateList look(Member member) {
        duplicates.look(member.workspace());
        return list(member, null);
    }

    @PutMapping("/duplicates/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Member member, @PathVariable UUID id) {
        duplicates.dismiss(member, id);
    }

    @DeleteMapping("/duplicates/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(Member member, @PathVariable UUID id) {
        duplicates.restore(member, id);
    }

    @PostMapping("/merges")
    @ResponseStatus(HttpStatus.CREATED)
    MergeItem merge(Member member, @RequestBody NewMerge told) {
        if (told.survivor() == null || told.merged() == null) {
            throw Problem.invalid(told.survivor() == null ? "survivor" : "merged", "problem.merge.who");
        }
        return MergeItem.of(merges.merge(
                member,
                new ContactId(told.survivor()),
                new ContactId(told.merged()),
                told.take() == null ? Set.of() : told.take()));
    }

    /** Makes two of them again. */
    @DeleteMapping("/merges/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void split(Member member, @PathVariable UUID id) {
        merges.split(member, id);
    }

    /** The merges that make this person one. */
    @GetMapping("/contacts/{id}/merges")
    MergeList merges(Member member, @PathVariable UUID id) {
        ContactId known = contacts.find(member.workspace(), new ContactId(id)).id();
        return new MergeList(merges.ofContact(member.workspace(), known).stream()
                .map(MergeItem::of)
                .toList());
    }
}

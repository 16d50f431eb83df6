package org.upturn.server.contacts.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactFilter;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** The contacts and accounts of a search as tables; contacts with the headings under which an import takes them back. */
@RestController
class ContactFiles {
    private static final int AT_A_TIME = 1_000;

    private static final List<String> CONTACT =
            List.of("external_id", "name", "email", "phone", "account", "locale", "time_zone", "known_since");
    private static final List<String> ACCOUNT =
            List.of("name", "owner", "senior owner", "renews on", "revenue a year", "people");

    private final Contacts contacts;
    private final Segments segments;
    private final Attributes attributes;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Downloads downloads;

    ContactFiles(
            Contacts contacts,
            Segments segments,
            Attributes attributes,
            Accounts accounts,
            Workspaces workspaces,
            Downloads downloads) {
        this.contacts = contacts;
        this.segments = segments;
        this.attributes = attributes;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.downloads = downloads;
    }

    @GetMapping("/contacts.csv")
    ResponseEntity<StreamingResponseBody> contacts(
            Member member,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID segment) {
        var workspace = member.workspace();
        Where where = segment == null
                ? Where.EVERYBODY
                : segments.where(workspace, segments.find(workspace, segment).rule());
        var filter = new ContactFilter(search, null, where);
        List<String> known = attributes.list(workspace).stream()
                .map(AttributeDefinition::name)
                .toList();
        List<String> head = Stream.concat(CONTACT.stream(), known.stream()).toList();
        return downloads.csv(
                member,
                "contacts",
                null,
                head,
                file -> all(
                        after -> contacts.list(workspace, filter, after, AT_A_TIME),
                        one -> file.add(cells(one, known))));
    }

    @GetMapping("/accounts.csv")
    ResponseEntity<StreamingResponseBody> accounts(Member member, @RequestParam(defaultValue = "") String search) {
        Map<MemberId, String> names = workspaces.names(member.workspace());
        return downloads.csv(
                member,
                "accounts",
                null,
                ACCOUNT,
                file -> all(
                        after -> accounts.list(member.workspace(), search, after, AT_A_TIME),
                        one -> file.add(cells(one, names))));
    }

    private static <T> void all(Function<@Nullable UUID, Slice<T>> page, Consumer<T> add) {
        UUID after = null;
        do {
            Slice<T> slice = page.apply(after);
            slice.items().forEach(add);
            after = slice.next();
        } while (after != null);
    }

    private static List<String> cells(Contact one, List<String> known) {
        return Stream.concat(
                        Stream.of(
                                one.externalId(),
                                one.name(),
                                text(one.email()),
                                text(one.phone()),
                                text(one.account()),
                                text(one.locale()),
                                text(one.timeZone()),
                                one.knownSince().toString()),
                        known.stream().map(name -> one.attributes().getOrDefault(name, "")))
                .toList();
    }

    private static List<String> cells(Account one, Map<MemberId, String> names) {
        return List.of(
                one.name(),
                one.owner() == null ? "" : names.getOrDefault(one.owner(), ""),
                one.seniorOwner() == null ? "" : names.getOrDefault(one.seniorOwner(), ""),
                text(one.renewsOn()),
                one.revenue() == null ? "" : one.revenue().toPlainString(),
                String.valueOf(one.people()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

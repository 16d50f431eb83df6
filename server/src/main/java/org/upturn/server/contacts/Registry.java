package org.upturn.server.contacts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contacts.Outcome;
import org.upturn.server.contacts.Contacts.Registered;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.kernel.WorkspaceId;

/** Takes in what is told of contacts, one or many at once: makes who is new, brings up to date who is known. */
@Component
public class Registry {
    private final ContactRepository repository;
    private final AccountRepository accounts;
    private final AttributeRepository attributes;
    private final Clock clock;

    Registry(ContactRepository repository, AccountRepository accounts, AttributeRepository attributes, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.attributes = attributes;
        this.clock = clock;
    }

    public Rules rules(WorkspaceId workspace) {
        return new Rules(
                attributes.list(workspace), attributes.region(workspace), () -> repository.frequentDomains(workspace));
    }

    /** Stores them in this order. @param told as the rules cleaned it */
    @Transactional
    public List<Registered> register(WorkspaceId workspace, List<NewContact> told) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        told.stream().map(NewContact::account).filter(Objects::nonNull).forEach(names::add);
        Map<String, AccountRepository.Name> known = accounts.findOrMake(workspace, names, clock.instant());
        Known people = repository.known(workspace, externalIds(told), emails(told));
        var registered = new ArrayList<Registered>();
        var waiting = new LinkedHashMap<ContactId, Integer>();
        for (NewContact one : told) {
            Contact match = people.match(one);
            if (match != null && waiting.containsKey(match.id())) {
                write(workspace, told, known, people, registered, waiting);
                match = people.match(one);
            }
            Registered judged = judge(match, one, account(known, one));
            if (judged.outcome() != Outcome.UNCHANGED) {
                waiting.put(judged.contact().id(), registered.size());
            }
            registered.add(judged);
            people.put(one.externalId(), judged.contact());
        }
        write(workspace, told, known, people, registered, waiting);
        return registered;
    }

    /** Stores who waits, all at once. Where somebody else was faster, whoever stands there now is brought up to date. */
    private void write(
            WorkspaceId workspace,
            List<NewContact> told,
            Map<String, AccountRepository.Name> accounts,
            Known people,
            List<Registered> registered,
            Map<ContactId, Integer> waiting) {
        Set<ContactId> stored =
                write(workspace, waiting.values().stream().map(registered::get).toList());
        waiting.forEach((id, at) -> {
            NewContact one = told.get(at);
            if (!stored.contains(id)) {
                people.forget(id);
                Known now = repository.known(workspace, externalIds(List.of(one)), emails(List.of(one)));
                registered.set(at, judge(now.match(one), one, account(accounts, one)));
                write(workspace, List.of(registered.get(at)));
            }
            registered.set(at, registered.get(at).stored());
            people.put(one.externalId(), registered.get(at).contact());
        });
        waiting.clear();
    }

    private Set<ContactId> write(WorkspaceId workspace, List<Registered> judged) {
        var stored = new HashSet<>(repository.insert(workspace, contacts(judged, Outcome.CREATED), clock.instant()));
        stored.addAll(repository.update(workspace, contacts(judged, Outcome.UPDATED), clock.instant()));
        return stored;
    }

    private static List<Contact> contacts(List<Registered> judged, Outcome outcome) {
        return judged.stream()
                .filter(one -> one.outcome() == outcome)
                .map(Registered::contact)
                .toList();
    }

    /** What {@link #register} would do, with nothing stored. */
    public List<Registered> foresee(WorkspaceId workspace, List<NewContact> told) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        told.stream().map(NewContact::account).filter(Objects::nonNull).forEach(names::add);
        Map<String, AccountRepository.Name> known = new HashMap<>(accounts.names(workspace, names));
        names.forEach(name ->
                known.putIfAbsent(name.toLowerCase(Locale.ROOT), new AccountRepository.Name(new UUID(0, 0), name)));
        Known people = repository.look(workspace, externalIds(told), emails(told));
        return told.stream()
                .map(one -> {
                    Registered seen = judge(people.match(one), one, account(known, one));
                    people.put(one.externalId(), seen.contact());
                    return seen;
                })
                .toList();
    }

    /** How many of these accounts would have to be made. */
    public int newAccounts(WorkspaceId workspace, Set<String> names) {
        return names.size() - accounts.names(workspace, names).size();
    }

    private Registered judge(@Nullable Contact known, NewContact told, AccountRepository.@Nullable Name account) {
        Instant now = clock.instant();
        if (known == null) {
            return new Registered(made(told, account, now), Outcome.CREATED, null);
        }
        Contact after = merged(known, told, account, now);
        return after.saysTheSameAs(known)
                ? new Registered(known, Outcome.UNCHANGED, known)
                : new Registered(after, Outcome.UPDATED, known);
    }

    private static Contact made(NewContact told, AccountRepository.@Nullable Name account, Instant now) {
        return new Contact(
                ContactId.next(),
                String.valueOf(told.externalId()),
                told.name() == null ? String.valueOf(told.externalId()) : told.name(),
                told.email(),
                told.phone(),
                told.locale(),
                told.timeZone(),
                account == null ? null : account.id(),
                account == null ? null : account.name(),
                told.attributes() == null ? Map.of() : told.attributes(),
                told.population(),
                dated(told.consent(), now),
                told.knownSince() == null ? now : told.knownSince(),
                1,
                false);
    }

    private static Contact merged(
            Contact known, NewContact told, AccountRepository.@Nullable Name account, Instant now) {
        var all = new LinkedHashMap<>(known.attributes());
        all.putAll(told.attributes() == null ? Map.of() : told.attributes());
        boolean knownByEmail =
                known.email() != null && CleanText.emailKey(known.email()).equals(known.externalId());
        return new Contact(
                known.id(),
                knownByEmail && !told.isKnownByEmail() ? String.valueOf(told.externalId()) : known.externalId(),
                or(told.name(), known.name()),
                or(told.email(), known.email()),
                or(told.phone(), known.phone()),
                or(told.locale(), known.locale()),
                or(told.timeZone(), known.timeZone()),
                account == null ? known.accountId() : account.id(),
                account == null ? known.account() : account.name(),
                all,
                or(told.population(), known.population()),
                told.consent() == null || told.consent().says(known.consent())
                        ? known.consent()
                        : dated(told.consent(), now),
                or(told.knownSince(), known.knownSince()),
                known.revision(),
                false);
    }

    static @Nullable Consent dated(@Nullable Consent consent, Instant now) {
        return consent == null || consent.at() != null ? consent : new Consent(consent.state(), now, consent.how());
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T known) {
        return told == null ? known : told;
    }

    private static AccountRepository.@Nullable Name account(
            Map<String, AccountRepository.Name> known, NewContact told) {
        return told.account() == null ? null : known.get(told.account().toLowerCase(Locale.ROOT));
    }

    /** An e-mail address may stand in for an id, so it is looked for among the ids too. */
    private static List<String> externalIds(List<NewContact> told) {
        return told.stream()
                .flatMap(one -> java.util.stream.Stream.of(
                        Optional.ofNullable(one.externalId()),
                        Optional.ofNullable(one.email()).map(CleanText::emailKey)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<String> emails(List<NewContact> told) {
        return told.stream()
                .map(NewContact::email)
                .filter(Objects::nonNull)
                .map(CleanText::emailKey)
                .distinct()
                .toList();
    }
}

package org.upturn.server.contacts.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Finds or makes many contacts at once. Who is known stays as they are, for what is told here is history; who is new is
 * made, with a note of what they came with, so that they can be taken back.
 */
@Component
public class BulkContacts {
    private final BulkContactRepository repository;
    private final TransactionTemplate attempt;
    private final Clock clock;

    BulkContacts(BulkContactRepository repository, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param contacts in the order in which they were told; @param created how many of them are new */
    public record Met(List<ContactId> contacts, int created) {}

    /**
     * The contacts that are meant: by external id, else by the e-mail address that stands for one, else the one contact
     * that has the address.
     *
     * @param told as the rules cleaned it
     * @param cameWith what they came with, for {@link #takeBack}
     * @throws org.springframework.dao.DuplicateKeyException when somebody else made one of them meanwhile: try again
     */
    @Transactional
    public Met register(WorkspaceId workspace, UUID cameWith, List<NewContact> told) {
        Meant meant = look(workspace, told);
        Map<String, UUID> accounts = accounts(workspace, told);
        var fresh = new LinkedHashMap<String, Fresh>();
        for (NewContact one : told) {
            if (meant.of(one) == null) {
                var made = new Fresh(Ids.next(), one, account(accounts, one));
                fresh.put(String.valueOf(one.externalId()), made);
                meant.put(String.valueOf(one.externalId()), emailKey(one), made.id());
            }
        }
        insert(workspace, cameWith, fresh.values());
        return new Met(
                told.stream()
                        .map(one -> new ContactId(Objects.requireNonNull(meant.of(one))))
                        .toList(),
                fresh.size());
    }

    /** A contact to be made. */
    record Fresh(UUID id, NewContact told, @Nullable UUID account) {}

    /** Always in the same order, so that two who bring in the same people never wait for each other in a circle. */
    private void insert(WorkspaceId workspace, UUID cameWith, Collection<Fresh> fresh) {
        if (!fresh.isEmpty()) {
            repository.insert(
                    workspace,
                    cameWith,
                    fresh.stream()
                            .sorted(Comparator.comparing(
                                    one -> String.valueOf(one.told().externalId())))
                            .toList(),
                    clock.instant());
        }
    }

    /** How many of these are nobody yet; @param seen keys of those that were counted before, which grows */
    public int countNew(WorkspaceId workspace, List<NewContact> told, Set<String> seen) {
        Meant meant = look(workspace, told);
        int fresh = 0;
        for (NewContact one : told) {
            String key = String.valueOf(one.externalId());
            if (meant.of(one) == null && seen.add(key)) {
                fresh++;
            }
        }
        return fresh;
    }

    private Meant look(WorkspaceId workspace, List<NewContact> told) {
        var ids = new HashSet<String>();
        var emails = new HashSet<String>();
        for (NewContact one : told) {
            ids.add(String.valueOf(one.externalId()));
            String email = emailKey(one);
            if (email != null) {
                ids.add(email);
                emails.add(email);
            }
        }
        return repository.look(workspace, ids, emails);
    }

    private Map<String, UUID> accounts(WorkspaceId workspace, List<NewContact> told) {
        var names = told.stream()
                .map(NewContact::account)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        return names.isEmpty() ? Map.of() : repository.accounts(workspace, new ArrayList<>(names), clock.instant());
    }

    private static @Nullable UUID account(Map<String, UUID> accounts, NewContact one) {
        return one.account() == null ? null : accounts.get(one.account().toLowerCase(Locale.ROOT));
    }

    static @Nullable String emailKey(NewContact one) {
        return one.email() == null ? null : CleanText.emailKey(one.email());
    }

    /**
     * Takes away who came with it and has nothing of their own by now.
     *
     * @return how many went and how many stay
     */
    public int[] takeBack(WorkspaceId workspace, UUID cameWith) {
        int gone = 0;
        int stay = 0;
        @Nullable UUID after = null;
        List<UUID> some = repository.cameWith(workspace, cameWith, after);
        while (!some.isEmpty()) {
            int removed = remove(workspace, some);
            gone += removed;
            stay += some.size() - removed;
            after = some.getLast();
            some = repository.cameWith(workspace, cameWith, after);
        }
        return new int[] {gone, stay};
    }

    private int remove(WorkspaceId workspace, List<UUID> ids) {
        if (tried(workspace, ids)) {
            return ids.size();
        }
        if (ids.size() == 1) {
            return 0;
        }
        int half = ids.size() / 2;
        return remove(workspace, ids.subList(0, half)) + remove(workspace, ids.subList(half, ids.size()));
    }

    private boolean tried(WorkspaceId workspace, List<UUID> ids) {
        try {
            attempt.executeWithoutResult(status -> repository.delete(workspace, ids));
            return true;
        } catch (DataIntegrityViolationException history) {
            return false;
        }
    }
}

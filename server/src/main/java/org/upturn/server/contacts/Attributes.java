package org.upturn.server.contacts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The attributes that a workspace keeps of its contacts, and in which country its phones ring. */
@Service
public class Attributes {
    /** Two or three are asked at intake (S1-13); more, and people stop answering. */
    public static final int MOST_DEMOGRAPHICS = 3;

    private static final int MOST_CHOICES = 100;
    private static final int MOST = 100;
    private static final int SHOWN = 3;

    private final AttributeRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    Attributes(AttributeRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody says of an attribute. */
    public record Told(
            @Nullable String name,
            @Nullable String type,
            @Nullable List<String> choices,
            @Nullable Boolean demographic) {}

    /** All that are defined: demographics first, then by name. */
    public List<AttributeDefinition> list(WorkspaceId workspace) {
        return repository.list(workspace);
    }

    /** Names that contacts have values of without a definition, with how many contacts; such values are text. */
    public List<Map.Entry<String, Long>> undefined(WorkspaceId workspace) {
        var defined =
                list(workspace).stream().map(one -> one.name().toLowerCase()).toList();
        return repository.names(workspace).stream()
                .filter(one -> !defined.contains(one.getKey().toLowerCase()))
                .toList();
    }

    public AttributeDefinition find(WorkspaceId workspace, UUID id) {
        return list(workspace).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.attribute"));
    }

    /** Defines an attribute. Values that contacts have already are rewritten as the type writes them, or named as what is in the way. */
    @Transactional
    public AttributeDefinition define(Member by, Told told) {
        String name = CleanText.name("name", told.name());
        if (name == null) {
            throw Problem.invalid("name", "problem.contact.attribute");
        }
        List<AttributeDefinition> known = list(by.workspace());
        if (known.size() >= MOST) {
            throw Problem.invalid("name", "problem.attribute.many", MOST);
        }
        AttributeDefinition made = definition(Ids.next(), name, told, known);
        try {
            repository.insert(by.workspace(), made, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.attribute.known", name);
        }
        rewrite(by.workspace(), made);
        audit.record(by, "attribute.defined", made.id());
        return made;
    }

    /** Changes type, choices or whether it is a demographic; the name stays, for past responses carry it. */
    @Transactional
    public AttributeDefinition change(Member by, UUID id, Told told) {
        AttributeDefinition before = find(by.workspace(), id);
        if (told.name() != null && !told.name().strip().equals(before.name())) {
            throw Problem.invalid("name", "problem.attribute.name");
        }
        List<AttributeDefinition> others = list(by.workspace()).stream()
                .filter(one -> !one.id().equals(id))
                .toList();
        AttributeDefinition changed = definition(id, before.name(), told, others);
        repository.update(by.workspace(), changed);
        rewrite(by.workspace(), changed);
        audit.record(by, "attribute.changed", id);
        return changed;
    }

    /** Takes a definition away; contacts keep their values as text. */
    @Transactional
    public void remove(Member by, UUID id) {
        find(by.workspace(), id);
        repository.delete(by.workspace(), id);
        audit.record(by, "attribute.removed", id);
    }

    /** The country of phone numbers without +, two letters; null when none is set. */
    public @Nullable String region(WorkspaceId workspace) {
        return repository.region(workspace);
    }

    public List<String> regions() {
        return Phones.regions();
    }

    @Transactional
    public void setRegion(Member by, @Nullable String region) {
        String told = region == null || region.isBlank() ? null : region.strip();
        if (told != null && !Phones.regions().contains(told)) {
            throw Problem.invalid("region", "problem.region");
        }
        repository.setRegion(by.workspace(), told);
        audit.record(by, "contact-settings.changed", null);
    }

    private static AttributeDefinition definition(UUID id, String name, Told told, List<AttributeDefinition> others) {
        AttributeType type = told.type() == null ? AttributeType.TEXT : AttributeType.of(told.type());
        var choices = new LinkedHashMap<String, String>();
        for (String choice : told.choices() == null ? List.<String>of() : told.choices()) {
            String text = CleanText.name("choices", choice);
            if (text != null) {
                choices.putIfAbsent(text.toLowerCase(), text);
            }
        }
        if (type == AttributeType.ONE_OF && (choices.size() < 2 || choices.size() > MOST_CHOICES)) {
            throw Problem.invalid("choices", "problem.attribute.choices", MOST_CHOICES);
        }
        boolean demographic = Boolean.TRUE.equals(told.demographic());
        if (demographic
                && others.stream().filter(AttributeDefinition::demographic).count() >= MOST_DEMOGRAPHICS) {
            throw Problem.invalid("demographic", "problem.attribute.demographics", MOST_DEMOGRAPHICS);
        }
        List<String> kept = type == AttributeType.ONE_OF ? new ArrayList<>(choices.values()) : List.of();
        return new AttributeDefinition(id, name, type, kept, demographic);
    }

    private void rewrite(WorkspaceId workspace, AttributeDefinition made) {
        List<String> values = repository.values(workspace, made.name());
        List<String> unfit = values.stream()
                .filter(value -> made.type().written(value, made.choices()).isEmpty())
                .toList();
        if (!unfit.isEmpty()) {
            throw Problem.conflict(
                    "problem.attribute.unfit",
                    made.name(),
                    unfit.size(),
                    String.join(", ", unfit.subList(0, Math.min(SHOWN, unfit.size()))));
        }
        for (String value : values) {
            String written = made.type().written(value, made.choices()).orElseThrow();
            if (!written.equals(value)) {
                repository.rewrite(workspace, made.name(), value, written);
            }
        }
    }
}

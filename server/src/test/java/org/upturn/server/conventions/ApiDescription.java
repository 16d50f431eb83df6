package org.upturn.server.conventions;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.upturn.server.house.Client;
import org.upturn.server.house.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code openapi.json} promises, and whether an answer keeps it. Remembers which promises were looked at. */
final class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Set<String> checked = new TreeSet<>();

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    static ApiDescription of(Client anybody) {
        return new ApiDescription(
                anybody.get("/api/v1/openapi.json").expect(200).json());
    }

    /** Every operation as {@code GET /api/v1/programs/{program}}. */
    Set<String> operations() {
        var operations = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The operations of which no answer was checked yet. */
    Set<String> unchecked() {
        var left = new LinkedHashSet<>(operations());
        left.removeAll(checked);
        return left;
    }

    /** Fails unless this status of the operation is documented with a schema that the answer matches. */
    Reply check(String operation, Reply reply) {
        String[] parts = operation.split(" ");
        JsonNode answers = document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode answer =
                answers.has("" + reply.status()) ? answers.path("" + reply.status()) : answers.path("default");
        if (answer.has("$ref")) {
            answer = document.at(answer.path("$ref").asString().substring(1));
        }
        if (answer.isMissingNode()) {
            throw new AssertionError(operation + " answered " + reply.status() + ", which openapi.json does not know");
        }
        JsonNode content = answer.path("content");
        String type = reply.header("Content-Type").split(";")[0];
        JsonNode described = content.has(type) ? content.path(type) : content.path("*/*");
        if (!content.isMissingNode() && described.isMissingNode()) {
            throw new AssertionError(
                    operation + " answered " + type + ", which openapi.json does not know: " + reply.body());
        }
        if (type.endsWith("json")) {
            var problems = schema(described.path("schema")).validate(reply.json());
            if (!problems.isEmpty()) {
                throw new AssertionError(
                        operation + " is not as openapi.json says: " + problems + " in " + reply.body());
            }
        }
        if (reply.status() < 300) {
            checked.add(operation);
        }
        return reply;
    }

    private Schema schema(JsonNode described) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(described);
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }
}

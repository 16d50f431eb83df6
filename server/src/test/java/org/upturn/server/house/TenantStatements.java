package org.upturn.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads SQL just well enough to see whether it says whose data it touches. */
public final class TenantStatements {
    /** Tables that find the workspace rather than belonging to one; each is asked by a hash or by an address. */
    public static final Set<String> CONTROL_PLANE = Set.of(
            "workspace",
            "sign_in_address",
            "member_session",
            "api_key",
            "answer_link",
            "collector_key",
            "correction_link",
            "alert_link",
            "advocate_link");

    private static final String EVERY_WORKSPACE = "-- every workspace";
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern TOUCHED = Pattern.compile(
            "\\b(from|join|update|into|using)\\s+(\\w+)(?:\\s+(?:as\\s+)?(?!set\\b|where\\b|on\\b|join\\b|left\\b|cross\\b"
                    + "|order\\b|group\\b|limit\\b|for\\b|values\\b|select\\b|using\\b|returning\\b)(\\w+))?");
    private static final Set<String> TABLES = tenantTables();

    private TenantStatements() {}

    static boolean looksAtEveryWorkspace(String sql) {
        return sql.contains(EVERY_WORKSPACE);
    }

    /** What is wrong with a statement, with the reason; empty when it is sound. */
    public static Optional<String> fault(String sql) {
        Matcher touched = TOUCHED.matcher(sql);
        while (touched.find()) {
            String table = touched.group(2);
            String alias = touched.group(3) == null ? table : touched.group(3);
            if (TABLES.contains(table) && !isBound(sql, touched.group(1), table, alias)) {
                return Optional.of("This statement touches the tenant table " + table
                        + " without asking for its workspace_id."
                        + " workspace_id is the boundary between tenants, not a filter: without it one organization sees or"
                        + " changes the data of another, and the table cannot be distributed later. Add the predicate"
                        + " (or, on purpose and rarely, the comment '" + EVERY_WORKSPACE + "'):\n" + sql.strip());
            }
        }
        return Optional.empty();
    }

    private static boolean isBound(String sql, String verb, String table, String alias) {
        if (verb.equals("into")) {
            return Pattern.compile("into\\s+" + table + "\\s*\\(\\s*(\\w+,\\s*)*workspace_id\\b")
                    .matcher(sql)
                    .find();
        }
        String column = "(?<![\\w.])(?:" + alias + "\\.)?workspace_id";
        return Pattern.compile(column + "\\s*=|=\\s*" + alias + "\\.workspace_id")
                .matcher(sql)
                .find();
    }

    private static Set<String> tenantTables() {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (var files = Files.walk(migrations)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> CREATED.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .filter(table -> !CONTROL_PLANE.contains(table))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

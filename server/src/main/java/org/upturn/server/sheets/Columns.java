package org.upturn.server.sheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column plays which role.
 *
 * @param names all columns of the sheet, in order
 * @param roles the column of each role that is filled, as an index into the names
 * @param segments columns by which answers may be split, as indexes into the names
 */
public record Columns(List<String> names, Map<Role, Integer> roles, List<Integer> segments) {
    public Columns {
        names = List.copyOf(names);
        roles = Map.copyOf(roles);
        segments = List.copyOf(segments);
    }

    public boolean has(Role role) {
        return roles.containsKey(role);
    }

    /** The name of the column that plays this role. */
    public Optional<String> name(Role role) {
        return Optional.ofNullable(roles.get(role)).map(names::get);
    }

    /** What a row says in this role, stripped; "" when no column plays it. */
    public String cell(Row row, Role role) {
        Integer index = roles.get(role);
        return index == null ? "" : row.cells().get(index).strip();
    }

    /** The columns that nothing was found for. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!roles.containsValue(i) && !segments.contains(i)) {
                unused.add(names.get(i));
            }
        }
        return unused;
    }

    /** These columns with one role given to a column by name; whatever role it was taken for before is vacated. */
    public Columns with(Role role, String column) {
        int index = index(column);
        Map<Role, Integer> changed = new EnumMap<>(Role.class);
        roles.forEach((other, taken) -> {
            if (taken != index) {
                changed.put(other, taken);
            }
        });
        changed.put(role, index);
        return new Columns(
                names, changed, segments.stream().filter(i -> i != index).toList());
    }

    /** These columns with other segments. */
    public Columns withSegments(List<String> columns) {
        return new Columns(
                names, roles, columns.stream().map(this::index).distinct().toList());
    }

    /**
     * Where a column stands, upper or lower case alike.
     *
     * @throws SheetException when there is none, naming those there are
     */
    public int index(String column) {
        String wanted = column.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        throw new SheetException("sheet.column.unknown", column, String.join(", ", names));
    }
}

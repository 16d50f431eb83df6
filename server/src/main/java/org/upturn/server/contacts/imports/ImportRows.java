package org.upturn.server.contacts.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Hint;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.sheets.Line;

/** Judges rows of a file: taken, or handed back with the reason in the words of whoever imports it. */
@Component
class ImportRows {
    private final MessageSource messages;

    ImportRows(MessageSource messages) {
        this.messages = messages;
    }

    /** Adds the contact of a sound row to those taken; why not, otherwise. */
    ContactImport.@Nullable Rejected judge(Told told, Line line, List<NewContact> taken) {
        return switch (line) {
            case Line.Broken broken ->
                new ContactImport.Rejected(
                        (int) broken.row().number(),
                        broken.column(),
                        null,
                        said(broken.message()),
                        shortened(broken.row().cells()));
            case Line.Sound sound -> {
                try {
                    taken.add(told.add(sound.row()));
                    yield null;
                } catch (Problem problem) {
                    yield rejected(told.mapping(), sound, problem);
                }
            }
        };
    }

    private ContactImport.Rejected rejected(List<ContactImport.Mapped> mapping, Line.Sound line, Problem problem) {
        ContactImport.Mapped column = column(mapping, String.valueOf(problem.field()));
        return new ContactImport.Rejected(
                (int) line.row().number(),
                column == null ? null : column.column(),
                column == null ? null : cut(line.row().cells().get(mapping.indexOf(column)), 200),
                said(problem.message()),
                shortened(line.row().cells()));
    }

    /** What looks mistyped in a row that was taken. */
    List<ImportCheck.Hinted> hints(Told told, Line line, NewContact taken) {
        return told.rules().hints(taken.email(), taken.phone()).stream()
                .map(hint -> hinted(told, line, hint))
                .toList();
    }

    private ImportCheck.Hinted hinted(Told told, Line line, Hint hint) {
        ContactImport.Mapped column = column(told.mapping(), hint.field());
        return new ImportCheck.Hinted(
                (int) line.row().number(),
                column == null ? hint.field() : column.column(),
                column == null ? "" : cut(line.row().cells().get(told.mapping().indexOf(column)), 200),
                said(hint.message()),
                hint.suggestion());
    }

    private static ContactImport.@Nullable Mapped column(List<ContactImport.Mapped> mapping, String field) {
        return mapping.stream()
                .filter(one -> (one.becomes() == ImportColumn.ATTRIBUTE
                                ? one.attributeName()
                                : one.becomes().field())
                        .equalsIgnoreCase(field))
                .findFirst()
                .orElse(null);
    }

    String said(Message message) {
        return messages.getMessage(message, LocaleContextHolder.getLocale());
    }

    /** What is handed back is kept whole unless it is a cell of absurd length. */
    private static List<String> shortened(List<String> cells) {
        return cells.stream().map(cell -> cut(cell, 10_000)).toList();
    }

    private static String cut(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}

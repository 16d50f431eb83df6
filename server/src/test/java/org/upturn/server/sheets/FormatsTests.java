package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that come as something else than CSV. */
class FormatsTests {
    @TempDir
    Path folder;

    @Test
    void aWorkbookThatUnpacksToFarMoreThanATableIsRefusedBeforeItIsRead() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] nothing = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThatThrownBy(() -> Sheet.open(bomb)).hasMessageContaining("unpacks to more");
    }

    @Test
    void aLockedWorkbookSaysSo() throws IOException {
        Path locked = folder.resolve("locked.xlsx");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] all = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, all, 0, magic.length);
        System.arraycopy(name, 0, all, 1024, name.length);
        Files.write(locked, all);

        assertThatThrownBy(() -> Sheet.open(locked)).hasMessageContaining("password");
    }

    @Test
    void jsonLinesBecomeColumnsAndABrokenLineIsOneBrokenRow() throws IOException {
        Path file = folder.resolve("answers.jsonl");
        Files.writeString(file, """
                {"id": "a", "person": {"email": "ada@example.org"}, "score": 9.0, "tags": ["x", "y"]}
                {"id": "b", "person": {"email"
                {"id": "c", "comment": "Line\\nbreak"}
                """);

        try (Sheet sheet = Sheet.open(file);
                var lines = sheet.lines()) {
            assertThat(sheet.columns()).containsExactly("id", "person.email", "score", "tags", "comment");
            List<Line> all = lines.toList();
            assertThat(all.get(0).row().cells()).containsExactly("a", "ada@example.org", "9", "x, y", "");
            assertThat(all.get(1)).isInstanceOf(Line.Broken.class);
            assertThat(all.get(2).row().cells()).containsExactly("c", "", "", "", "Line\nbreak");
        }
    }

    @Test
    void theHeadsOfSurveyMonkeyAndQualtricsAreOneHead() throws IOException {
        Path monkey = folder.resolve("monkey.csv");
        Files.writeString(monkey, """
                Respondent ID,Collector ID,Email,How likely?,Products,
                ,,,Response,Desk,Chair
                1,2,a@example.org,9,,Chair
                """);
        Path qualtrics = folder.resolve("qualtrics.csv");
        Files.writeString(qualtrics, """
                ResponseId,Q1,Q1_NPS_GROUP
                Response ID,How likely?,How likely? - Group
                "{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID1_NPS_GROUP""}"
                R_1,9,Promoter
                """);

        try (Sheet one = Sheet.open(monkey);
                Sheet other = Sheet.open(qualtrics)) {
            assertThat(one.columns())
                    .containsExactly(
                            "Respondent ID",
                            "Collector ID",
                            "Email",
                            "How likely?",
                            "Products – Desk",
                            "Products – Chair");
            assertThat(one.sample(5)).hasSize(1);
            assertThat(other.columns()).containsExactly("ResponseId", "Q1: How likely?", "Q1_NPS_GROUP");
            assertThat(other.sample(5).getFirst().cells()).containsExactly("R_1", "9", "Promoter");
        }
    }
}

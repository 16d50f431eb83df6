package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.upturn.server.house.TenantStatements;

class StatementTests {
    @Test
    void aFewStatementsLookAtEveryWorkspaceAndNoMore() {
        List<String> places = Sources.java().stream()
                .flatMap(file -> Pattern.compile("-- every workspace\\s+(?:select|with) .*?from (\\w+)", Pattern.DOTALL)
                        .matcher(Sources.read(file))
                        .results()
                        .map(match -> file.getFileName() + " " + match.group(1)))
                .toList();

        assertThat(places)
                .as(
                        "A statement over every workspace only finds work to be done and returns ids; whoever adds one says why here")
                .containsExactly(
                        "AlertQueue.java alert_delivery", // whose alerts wait
                        "Renewals.java account", // where cases may move up as days go by
                        "CaseClocks.java case_clock", // which clocks of cases have run out
                        "ContactImportRepository.java contact_import",
                        "RuleRepository.java correction_rule", // whose rules ask by themselves
                        "TalkReminders.java conversation", // whose conversations begin within the hour
                        "PastImportRepository.java past_import", // which were cut off
                        "MailboxRepository.java mail_settings", // whose bounces are read
                        "CadenceRepository.java cadence", // whose time has come
                        "Outbox.java mail_message", // whose mails and text messages wait
                        "Reminders.java mailing", // who may have somebody to remind
                        "AnswerDraftRepository.java answer_draft", // which answers that were begun count by themselves
                        // now
                        "GreetingRepository.java greeting", // where there is somebody to greet
                        "ReadingQueue.java reading_job",
                        "BackfillRepository.java reading_backfill", // which programs have answers from elsewhere to
                        // read
                        "HistoryRepository.java codebook_version", // which versions wait for history to be read
                        "RelearningRepository.java codebook"); // which codebooks have learned something since
    }

    @Test
    void aStatementWithoutItsWorkspaceIsFound() {
        assertThat(TenantStatements.fault("select id from contact where id = ?"))
                .isPresent();
        assertThat(TenantStatements.fault("update cases set owner_id = ? where id = ?"))
                .isPresent();
        assertThat(TenantStatements.fault("delete from reading_job where response_id = ?"))
                .isPresent();
        assertThat(TenantStatements.fault("insert into contact (id, name) values (?, ?)"))
                .isPresent();
        assertThat(TenantStatements.fault("select 1 from cases join contact on contact.id = cases.contact_id"
                        + " where cases.workspace_id = ?"))
                .isPresent();
    }

    @Test
    void aStatementThatAsksForItsWorkspaceIsSound() {
        assertThat(TenantStatements.fault("select id from contact where workspace_id = ? and id = ?"))
                .isEmpty();
        assertThat(TenantStatements.fault("insert into contact (workspace_id, id) values (?, ?)"))
                .isEmpty();
        assertThat(TenantStatements.fault("select 1 from cases join contact c on c.workspace_id = cases.workspace_id"
                        + " where cases.workspace_id = ?"))
                .isEmpty();
        assertThat(TenantStatements.fault("select name from workspace where id = ?"))
                .isEmpty();
    }
}

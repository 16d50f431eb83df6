package org.upturn.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.workspaces.Member;

/** What is at stake with the accounts of the stories: when they renew, what they bring in, and who looks after them. */
@Component
class DemoAccounts {
    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    void tell(Map<String, Member> team, LocalDate today) {
        Member olga = team.get("olga");
        DemoFiles.rows("accounts.csv").forEach(row -> {
            String name = row.getField("name");
            accounts.change(
                    olga,
                    accounts.named(olga.workspace(), name).orElseThrow(),
                    new Accounts.Told(
                            name,
                            team.get(row.getField("owner")).id().value(),
                            team.get(row.getField("senior_owner")).id().value(),
                            today.plusDays(Long.parseLong(row.getField("renews_in_days"))),
                            new BigDecimal(row.getField("revenue"))));
        });
    }
}

package org.upturn.server.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

class MentionsTests {
    private static final WorkspaceId ACME = WorkspaceId.next();
    private static final Member OLGA = member("Olga Brandt");
    private static final Member RITA = member("Rita");
    private static final Member ASA = member("Åsa Ek");
    private static final Member ASA_TOO = member("Åsa Lind");
    private static final List<Member> TEAM = List.of(OLGA, RITA, ASA, ASA_TOO);

    @Test
    void findsFullNamesAndFirstNamesThatAreOnePersons() {
        assertThat(Mentions.of("@Olga Brandt and @rita, please", TEAM)).containsExactly(OLGA, RITA);
        assertThat(Mentions.of("(@OLGA)", TEAM)).containsExactly(OLGA);
        assertThat(Mentions.of("@Olga @Olga Brandt", TEAM)).containsExactly(OLGA);
    }

    @Test
    void aNameOfTwoPeopleNamesNobodyUntilItIsWhole() {
        assertThat(Mentions.of("@Åsa", TEAM)).isEmpty();
        assertThat(Mentions.of("@Åsa Lind", TEAM)).containsExactly(ASA_TOO);
    }

    @Test
    void anAddressOrAPartOfAWordIsNoName() {
        assertThat(Mentions.of("write to me@rita", TEAM)).isEmpty();
        assertThat(Mentions.of("@Ritas", TEAM)).isEmpty();
        assertThat(Mentions.of("@", TEAM)).isEmpty();
    }

    private static Member member(String name) {
        return new Member(ACME, MemberId.next(), name, name + "@example.org", Role.RESPONDER);
    }
}

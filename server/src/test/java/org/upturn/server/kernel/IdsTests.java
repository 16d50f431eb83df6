package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
    /** Unsigned, as the database compares them; thousands of them fall into one millisecond. */
    @Test
    void idsStandInTheOrderInWhichTheyWereMade() {
        List<String> made =
                Stream.generate(Ids::next).limit(50_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made)
                .allSatisfy(one -> assertThat(UUID.fromString(one).version()).isEqualTo(7));
    }
}

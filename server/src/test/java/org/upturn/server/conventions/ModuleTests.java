package org.upturn.server.conventions;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.upturn.server.UpturnServer;

class ModuleTests {
    /** Rooms call down and listen up; whoever breaks this reads here which room reached where. */
    @Test
    void everyRoomUsesOnlyTheRoomsBelowItThatItNames() {
        ApplicationModules.of(UpturnServer.class).verify();
    }
}

package org.upturn.server.contacts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.MemberId;

/**
 * An organization that contacts belong to.
 *
 * @param owner who looks after it
 * @param seniorOwner to whom the owner turns
 * @param renewsOn when the contract is renewed or ends
 * @param revenue a year, in the workspace's currency
 * @param people how many contacts belong to it
 */
public record Account(
        UUID id,
        String name,
        @Nullable MemberId owner,
        @Nullable MemberId seniorOwner,
        @Nullable LocalDate renewsOn,
        @Nullable BigDecimal revenue,
        long people) {}

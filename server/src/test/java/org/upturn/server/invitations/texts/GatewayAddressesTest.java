package org.upturn.server.invitations.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "localhost",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "0.1.2.3",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2130706433"
            })
    void addressesInsideAreRefused(String host) {
        assertThatThrownBy(() -> GatewayAddresses.of(host, false)).isInstanceOf(GatewayAddresses.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "fd12::1"})
    void theTeamsOwnNetworkCanBeAllowed(String host) throws Exception {
        assertThat(GatewayAddresses.of(host, true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "0.0.0.0", "224.0.0.1"})
    void whereMachinesKeepTheirKeysIsNeverAllowed(String host) {
        assertThatThrownBy(() -> GatewayAddresses.of(host, true)).isInstanceOf(GatewayAddresses.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1"})
    void theWorldMayBeSpokenTo(String host) throws Exception {
        assertThat(GatewayAddresses.of(host, false)).hasSize(1);
    }
}

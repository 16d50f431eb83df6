package org.upturn.server.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.invitations.texts.Handed;
import org.upturn.server.kernel.WorkspaceId;

/** Takes what waits for a channel there, one alert after the other. */
@Component
class ChannelCourier {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelCourier.class);

    private final AlertRepository alerts;
    private final ChannelRepository channels;
    private final AlertMaker maker;
    private final ChannelPost post;
    private final AlertHandover handover;

    ChannelCourier(
            AlertRepository alerts,
            ChannelRepository channels,
            AlertMaker maker,
            ChannelPost post,
            AlertHandover handover) {
        this.alerts = alerts;
        this.channels = channels;
        this.maker = maker;
        this.post = post;
        this.handover = handover;
    }

    void carry(Delivery.Lease lease) {
        WorkspaceId workspace = lease.workspace();
        Optional<AlertChannel> channel =
                channels.find(workspace, lease.all().getFirst().channel());
        if (channel.isEmpty()) {
            handover.end(lease, lease.all(), Delivery.State.STOPPED, "channel removed");
            return;
        }
        for (int i = 0; i < lease.all().size(); i++) {
            Delivery one = lease.all().get(i);
            Optional<Alert> alert = alerts.findAll(workspace, List.of(one.alert())).stream()
                    .findFirst()
                    .flatMap(row -> maker.of(workspace, row))
                    .filter(Alert::holds);
            if (alert.isEmpty()) {
                handover.end(lease, List.of(one), Delivery.State.STOPPED, "closed");
            } else if (!send(lease, channel.get(), one, alert.get())) {
                handover.postpone(
                        lease, lease.all().subList(i + 1, lease.all().size()), "channel rests", Duration.ZERO);
                return;
            }
        }
    }

    /** False when the channel cannot be used now. */
    private boolean send(Delivery.Lease lease, AlertChannel channel, Delivery one, Alert alert) {
        if (!handover.handOver(lease, List.of(one))) {
            return true;
        }
        Handed handed = post.send(lease.workspace(), channel, alert, one.id().toString());
        channels.note(lease.workspace(), channel.id(), handed instanceof Handed.Failed failed ? failed.said() : null);
        boolean again = channel.kind() == ChannelKind.WEBHOOK;
        return switch (handed) {
            case Handed.Accepted accepted -> end(lease, one, Delivery.State.SENT, null);
            case Handed.Refused(String said) -> end(lease, one, Delivery.State.FAILED, said);
            case Handed.Unknown(String said) when !again -> end(lease, one, Delivery.State.UNKNOWN, said);
            case Handed.Unknown(String said) -> later(lease, one, said, Duration.ZERO);
            case Handed.Later(String said, Duration pause) -> later(lease, one, said, pause);
            case Handed.Unusable(String said) -> later(lease, one, said, Duration.ZERO);
        };
    }

    private boolean end(
            Delivery.Lease lease,
            Delivery one,
            Delivery.State state,
            @org.jspecify.annotations.Nullable String reason) {
        handover.end(lease, List.of(one), state, reason);
        return true;
    }

    private boolean later(Delivery.Lease lease, Delivery one, String said, Duration pause) {
        LOG.warn(
                "An alert channel of workspace {} takes nothing now",
                lease.workspace().value());
        handover.postpone(lease, List.of(one), said, pause);
        return false;
    }
}

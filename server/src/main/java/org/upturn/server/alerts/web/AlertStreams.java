package org.upturn.server.alerts.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.alerts.NoticesChanged;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * Tells open tabs how many alerts are new: at once what this server did, within some seconds what another did. Every tab has
 * one connection and one virtual thread. Nothing but a number goes over it, and every quarter of an hour the browser comes
 * again and is asked who it is.
 */
@Component
class AlertStreams implements SmartLifecycle {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long LOOK_SECONDS = 8;
    private static final long COME_AGAIN_MILLIS = 3_000;

    private final Alerts alerts;
    private final Clock clock;
    private final Map<MemberId, Set<Tab>> tabs = new ConcurrentHashMap<>();
    private volatile boolean running;

    AlertStreams(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    private static final class Tab {
        private final SseEmitter emitter = new SseEmitter(LONGEST.plusMinutes(1).toMillis());
        private final Semaphore woken = new Semaphore(0);
        private volatile boolean over;

        void end() {
            over = true;
            woken.release();
        }
    }

    SseEmitter open(Member member) {
        var tab = new Tab();
        tab.emitter.onCompletion(tab::end);
        tab.emitter.onTimeout(tab::end);
        tab.emitter.onError(failure -> tab.end());
        tabs.computeIfAbsent(member.id(), one -> ConcurrentHashMap.newKeySet()).add(tab);
        Thread.ofVirtual().name("alert stream").start(() -> talk(member, tab));
        return tab.emitter;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(NoticesChanged changed) {
        tabs.getOrDefault(changed.member(), Set.of()).forEach(tab -> tab.woken.release());
    }

    private void talk(Member member, Tab tab) {
        Instant end = clock.instant().plus(LONGEST);
        int told = -1;
        try {
            while (running && !tab.over && clock.instant().isBefore(end)) {
                int unseen = alerts.of(member.workspace(), member.id());
                if (unseen == told) {
                    // Also keeps proxies from thinking that nobody is there, and tells us when nobody is.
                    tab.emitter.send(SseEmitter.event().comment(""));
                } else {
                    tab.emitter.send(SseEmitter.event()
                            .name("unseen")
                            .reconnectTime(COME_AGAIN_MILLIS)
                            .data(String.valueOf(unseen)));
                    told = unseen;
                }
                if (tab.woken.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    tab.woken.drainPermits();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            tab.over = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            tabs.computeIfPresent(member.id(), (id, all) -> {
                all.remove(tab);
                return all.isEmpty() ? null : all;
            });
            complete(tab);
        }
    }

    private static void complete(Tab tab) {
        try {
            tab.emitter.complete();
        } catch (IllegalStateException gone) {
            // The browser went first, and the web server has ended it already.
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for open requests to end. */
    @Override
    public void stop() {
        running = false;
        tabs.values().forEach(all -> all.forEach(Tab::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

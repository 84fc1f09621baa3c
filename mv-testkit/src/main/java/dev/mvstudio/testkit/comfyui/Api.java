package dev.mvstudio.testkit.comfyui;

import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Mishaps;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes calls. */
final class Api {
    private static final int MOST = 20 * 1024 * 1024;

    private final Parts parts;
    private final Mishaps<Call> mishaps;
    private final List<Consumer<Exchanged>> watchers = new CopyOnWriteArrayList<>();

    Api(Parts parts, Random chance) {
        this.parts = parts;
        this.mishaps = new Mishaps<>(chance);
    }

    Odds<Mishap, Call> faults() {
        return mishaps.odds();
    }

    void watchedBy(Consumer<Exchanged> watcher) {
        watchers.add(watcher);
    }

    void close() {
        mishaps.close();
    }

    void handle(Desk desk, Exchange exchange) throws IOException {
        Request request = Request.read(exchange, MOST);
        boolean prefixed = request.step(0).equals("api");
        List<String> path = prefixed ? request.path().subList(1, request.path().size()) : request.path();
        boolean unprefixedJobs = !prefixed && request.step(0).equals("jobs");
        Call call = unprefixedJobs ? Call.OTHER : Call.of(request.method(), path);
        parts.ledger().called(call);
        Mishaps.Outcome outcome = mishaps.carryOut(call, () -> carryOut(desk, call, request, path, exchange.body()));
        parts.ledger().answered(outcome.answer().status());
        if (!watchers.isEmpty()) {
            Exchanged exchanged = Exchanged.of(request, outcome);
            watchers.forEach(watcher -> watcher.accept(exchanged));
        }
        outcome.answer().send(exchange);
    }

    private Answer carryOut(Desk desk, Call call, Request request, List<String> path, byte[] body) throws IOException {
        try {
            if (isForeign(request)) {
                throw Refused.bare(403);
            }
            return desk.answer(call, request, path, body);
        } catch (Refused refused) {
            Answer answer = refused.answer();
            parts.ledger().refused(request + " " + answer.status() + " " + answer.text());
            return answer;
        } catch (RuntimeException e) {
            // A test told it something that cannot be done, or it is wrong itself: the answer says so.
            parts.ledger().refused(request + " 500 " + e);
            return Answer.text(500, "text/plain; charset=utf-8", "The fake stumbled: " + e);
        }
    }

    /** Whether a page of another origin asks. */
    private boolean isForeign(Request request) {
        boolean crossSite = request.header("Sec-Fetch-Site").orElse("").equals("cross-site");
        String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
        return (parts.version().isNew() && crossSite)
                || request.header("Origin").filter(o -> !sameHost(o, host)).isPresent();
    }

    private static boolean sameHost(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            String authority =
                    Objects.requireNonNullElse(uri.getAuthority(), "").toLowerCase(Locale.ROOT);
            String compared = uri.getPort() < 0 ? host.replaceFirst(":\\d+$", "") : host;
            return authority.isEmpty() || authority.equals(compared);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

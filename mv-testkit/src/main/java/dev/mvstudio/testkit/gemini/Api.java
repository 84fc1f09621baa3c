package dev.mvstudio.testkit.gemini;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Mishaps;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes calls of the API. */
final class Api {
    private static final int MOST = 20 * 1024 * 1024;

    private final Parts parts;
    private final Desk desk;
    private final Mishaps<Call> mishaps;
    private final List<Consumer<Exchanged>> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean inArrays;

    Api(Parts parts, Desk desk) {
        this.parts = parts;
        this.desk = desk;
        this.mishaps = new Mishaps<>(parts.chance());
    }

    Odds<Mishap, Call> faults() {
        return mishaps.odds();
    }

    void watchedBy(Consumer<Exchanged> watcher) {
        watchers.add(watcher);
    }

    void errorsInArrays(boolean yes) {
        inArrays = yes;
    }

    void close() {
        mishaps.close();
    }

    void handle(HttpExchange exchange) throws IOException {
        Request request = Request.read(exchange, MOST);
        Call call = Call.of(request.method(), request.path());
        parts.ledger().called(call, parts.clock().instant());
        try {
            Mishaps.Outcome outcome = mishaps.carryOut(call, () -> carryOut(call, request));
            Answer answer = outcome.answer();
            if (inArrays && answer.isJsonError()) {
                answer = answer.withBody("[" + answer.text() + "\n]\n");
            }
            tell(request, new Mishaps.Outcome(answer, outcome.faulty()));
            answer.send(exchange);
        } finally {
            parts.ledger().over();
        }
    }

    private Answer carryOut(Call call, Request request) {
        try {
            return desk.answer(call, request);
        } catch (Refused refused) {
            Answer answer = refused.answer();
            if (answer.status() != 429) {
                parts.ledger().refused(request + " " + answer.status() + " " + answer.text());
            }
            return answer;
        }
    }

    private void tell(Request request, Mishaps.Outcome outcome) {
        parts.ledger().answered(outcome.answer().status());
        if (!watchers.isEmpty()) {
            Exchanged exchanged = Exchanged.of(request, outcome);
            watchers.forEach(watcher -> watcher.accept(exchanged));
        }
    }
}

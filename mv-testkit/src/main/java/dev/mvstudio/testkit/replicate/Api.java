package dev.mvstudio.testkit.replicate;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Cut;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Takes calls of the API, and lets them go wrong when it is time. */
final class Api {
    private final Parts parts;
    private final Desk desk;
    private final Chances<Fault> faults;
    private final List<Consumer<Exchanged>> watchers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Api(Parts parts, Desk desk) {
        this.parts = parts;
        this.desk = desk;
        this.faults = new Chances<>(parts.chance());
    }

    Chances<Fault> faults() {
        return faults;
    }

    void watchedBy(Consumer<Exchanged> watcher) {
        watchers.add(watcher);
    }

    /** Lets go of those who wait for nothing. */
    void close() {
        closed.countDown();
    }

    void handle(HttpExchange exchange) throws IOException {
        Request request = Request.read(exchange, parts.base().getPath());
        Call call = Call.of(request.method(), request.path());
        parts.ledger().called(call, parts.clock().instant());
        Optional<Fault> fault = faults.draw(call);
        Answer answer = switch (fault.orElse(null)) {
            case null -> carryOut(call, request);
            case Fault.Reply reply -> reply(reply, request);
            case Fault.Late late -> {
                await(late.by().toMillis());
                yield carryOut(call, request);
            }
            case Fault.Slow slow -> {
                Answer done = carryOut(call, request);
                await(slow.by().toMillis());
                yield done;
            }
            case Fault.Garbled garbled -> carryOut(call, request).withBody(garbled.body());
            case Fault.Lost lost -> {
                carryOut(call, request);
                throw new Cut();
            }
            case Fault.Dropped dropped -> throw new Cut();
            case Fault.Silent silent -> {
                await(Long.MAX_VALUE);
                throw new Cut();
            }
        };
        boolean faulty = fault.filter(f -> !(f instanceof Fault.Late || f instanceof Fault.Slow))
                .isPresent();
        tell(request, answer, faulty);
        answer.send(exchange);
    }

    private void await(long millis) throws Cut {
        try {
            if (closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new Cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cut();
        }
    }

    private static Answer reply(Fault.Reply reply, Request request) throws IOException {
        request.content().transferTo(java.io.OutputStream.nullOutputStream());
        return Answer.text(reply.status(), reply.mediaType(), reply.body()).withHeaders(reply.headers());
    }

    private Answer carryOut(Call call, Request request) throws IOException {
        try {
            return desk.answer(call, request);
        } catch (Refused refused) {
            Answer answer = refused.answer();
            request.content().transferTo(java.io.OutputStream.nullOutputStream());
            if (answer.status() != 429) {
                parts.ledger()
                        .refused(request.method() + " /" + String.join("/", request.path()) + " " + answer.status()
                                + " " + answer.text());
            }
            return answer;
        }
    }

    private void tell(Request request, Answer answer, boolean faulty) {
        parts.ledger().answered(answer.status());
        if (watchers.isEmpty()) {
            return;
        }
        Exchanged exchanged = new Exchanged(
                request.method(),
                "/" + String.join("/", request.path()),
                request.query(),
                request.headers(),
                request.body(),
                answer.status(),
                answer.mediaType(),
                answer.text(),
                faulty);
        watchers.forEach(watcher -> watcher.accept(exchanged));
    }
}

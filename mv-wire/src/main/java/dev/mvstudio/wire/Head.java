package dev.mvstudio.wire;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.io.EOFException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.BaseSubscriber;

/** Waits for the head of one answer. One that comes when nobody waits any more is hung up on. */
final class Head extends BaseSubscriber<HttpResponse<?>> {
    private final URI address;
    private final Runnable hangUp;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    /** @param hangUp closes the connection, so that nobody has to read the rest of the answer */
    Head(URI address, Runnable hangUp) {
        this.address = address;
        this.hangUp = hangUp;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Nobody waits any more. */
    void giveUp() {
        if (answer.cancel(false)) {
            cancel();
            hangUp.run();
        } else if (!answer.isCompletedExceptionally()) {
            answer.join().close();
        }
    }

    @Override
    protected void hookOnNext(HttpResponse<?> response) {
        Answer head = new Answer(address, (ByteBodyHttpResponse<?>) response, hangUp);
        if (!answer.complete(head)) {
            head.close();
        }
    }

    @Override
    protected void hookOnError(Throwable t) {
        answer.completeExceptionally(t);
    }

    @Override
    protected void hookOnComplete() {
        answer.completeExceptionally(new EOFException("no answer"));
    }
}

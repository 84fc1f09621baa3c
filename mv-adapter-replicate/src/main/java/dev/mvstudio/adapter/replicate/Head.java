package dev.mvstudio.adapter.replicate;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Waits for the head of one answer. One that comes when nobody waits any more is hung up on. */
final class Head implements Subscriber<HttpResponse<?>> {
    private final Runnable hangUp;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;

    /** @param hangUp closes the connection, so that nobody has to read the rest of the answer */
    Head(Runnable hangUp) {
        this.hangUp = hangUp;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Nobody waits any more. */
    void giveUp() {
        if (!answer.cancel(false)) {
            answer.thenAccept(Answer::close);
            return;
        }
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        hangUp.run();
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> response) {
        Answer head = new Answer(hangUp, (ByteBodyHttpResponse<?>) response);
        if (!answer.complete(head)) {
            head.close();
        }
    }

    @Override
    public void onError(Throwable t) {
        answer.completeExceptionally(t);
    }

    @Override
    public void onComplete() {
        answer.completeExceptionally(new EOFException("no answer"));
    }
}

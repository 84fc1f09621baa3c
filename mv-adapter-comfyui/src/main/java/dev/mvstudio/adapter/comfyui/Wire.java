package dev.mvstudio.adapter.comfyui;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.netty.channel.Channel;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BaseSubscriber;

/** Sends requests and gives their answers away unread. Follows no redirect, repeats nothing, unpacks nothing. */
final class Wire implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    private final Duration patience;
    private @Nullable RawHttpClient client;

    /**
     * Connects to nothing yet, and starts no threads.
     *
     * @param patience how long the other side may be silent, and how long the head of an answer may take
     */
    Wire(Duration patience) {
        this.patience = patience;
    }

    private synchronized RawHttpClient client() {
        if (client == null) {
            DefaultHttpClientConfiguration http = new DefaultHttpClientConfiguration();
            http.setConnectTimeout(CONNECT);
            http.setReadTimeout(patience);
            // A connection for each call can be closed as soon as nobody wants the rest of the answer.
            http.getConnectionPoolConfiguration().setEnabled(false);
            http.setFollowRedirects(false);
            http.setDecompressionEnabled(false);
            http.setAlpnModes(List.of("http/1.1"));
            client = RawHttpClient.create(null, http);
        }
        return client;
    }

    /**
     * Waits for the head of the answer.
     *
     * @param body what is sent; null for nothing
     * @throws UnsentException when nothing was sent
     * @throws LateException when it takes too long
     * @throws IOException when there is no answer, though the request may have arrived
     */
    Answer send(MutableHttpRequest<?> request, byte @Nullable [] body) throws IOException {
        Runnable hangUp = () -> hangUp(request);
        Head head = new Head(hangUp);
        client().exchange(request, body == null ? null : BODIES.adapt(body), Thread.currentThread())
                .subscribe(head);
        try {
            return await(head.answer);
        } catch (IOException e) {
            hangUp.run();
            throw e;
        }
    }

    private Answer await(CompletableFuture<Answer> head) throws IOException {
        try {
            return head.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            giveUp(head);
            throw new LateException(patience);
        } catch (InterruptedException e) {
            giveUp(head);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    /** An answer that has come all the same is hung up on. */
    private static void giveUp(CompletableFuture<Answer> head) {
        if (!head.cancel(false) && !head.isCompletedExceptionally()) {
            head.join().close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private static void hangUp(MutableHttpRequest<?> request) {
        request.getAttribute("netty_channel", Channel.class).ifPresent(Channel::close);
    }

    private IOException failure(@Nullable Throwable cause) {
        String message = cause == null ? "no answer" : String.valueOf(cause.getMessage());
        // What the client says as long as it has no connection that it could have sent anything over.
        if (cause != null && (message.startsWith("Connect Error") || message.startsWith("Unknown connect error"))) {
            return new UnsentException(message, cause);
        }
        return cause instanceof io.micronaut.http.client.exceptions.ReadTimeoutException
                ? new LateException(patience)
                : new IOException(message, cause);
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }

    /** Waits for the head of one answer. One that comes when nobody waits any more is hung up on. */
    private static final class Head extends BaseSubscriber<HttpResponse<?>> {
        private final Runnable hangUp;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Head(Runnable hangUp) {
            this.hangUp = hangUp;
        }

        @Override
        protected void hookOnNext(HttpResponse<?> response) {
            Answer head = new Answer((ByteBodyHttpResponse<?>) response, hangUp);
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

    /** Nothing left this machine. */
    static final class UnsentException extends IOException {
        private static final long serialVersionUID = 1L;

        UnsentException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Nobody waits any longer. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1L;

        LateException(Duration waited) {
            super("no answer within " + waited.toSeconds() + " s");
        }
    }
}

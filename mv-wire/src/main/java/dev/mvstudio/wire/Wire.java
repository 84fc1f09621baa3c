package dev.mvstudio.wire;

import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.netty.channel.Channel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests and gives their answers away unread. Follows no redirect, repeats nothing, unpacks nothing. */
public final class Wire implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Shorter than servers keep a connection open, so that hardly a call goes out on one that is closed already. */
    private static final Duration POOLED = Duration.ofSeconds(20);

    private final Duration idle;
    private final Duration longest;
    private final boolean pooled;
    private @Nullable RawHttpClient client;

    private Wire(Duration idle, Duration longest, boolean pooled) {
        this.idle = idle;
        this.longest = longest;
        this.pooled = pooled;
    }

    /**
     * With a connection for each call, which is closed as soon as nobody wants the rest of the answer. Connects to nothing
     * yet, and starts no threads.
     *
     * @param idle how long the other side may be silent during a call
     * @param longest how long it may take until the head of the answer is there
     */
    public static Wire single(Duration idle, Duration longest) {
        return new Wire(idle, longest, false);
    }

    /**
     * With connections that serve several calls: none is closed because of one of them, and what is not read of an answer
     * still arrives. For many calls with short answers. Connects to nothing yet, and starts no threads.
     *
     * @param idle how long the other side may be silent during a call
     * @param longest how long it may take until the head of the answer is there
     */
    public static Wire pooled(Duration idle, Duration longest) {
        return new Wire(idle, longest, true);
    }

    private synchronized RawHttpClient client() {
        if (client == null) {
            // By a thread that nobody interrupts: Micronaut remembers for good what it could not read at first.
            client = CompletableFuture.supplyAsync(
                            () -> RawHttpClient.create(null, configuration()),
                            Thread.ofPlatform().daemon()::start)
                    .join();
        }
        return client;
    }

    private DefaultHttpClientConfiguration configuration() {
        DefaultHttpClientConfiguration http = new DefaultHttpClientConfiguration();
        http.setConnectTimeout(CONNECT);
        http.setReadTimeout(idle);
        http.setConnectionPoolIdleTimeout(POOLED);
        http.getConnectionPoolConfiguration().setEnabled(pooled);
        http.setFollowRedirects(false);
        http.setDecompressionEnabled(false);
        http.setAlpnModes(List.of("http/1.1"));
        return http;
    }

    /**
     * Waits for the head of the answer.
     *
     * @return to be closed
     * @throws UnsentException when nothing was sent
     * @throws UnreadableException when the content cannot be read to its end
     * @throws LateException when it takes too long
     * @throws InterruptedIOException when the thread was interrupted, which it then is again
     * @throws IOException when there is no answer, though the request may have arrived
     */
    public Answer send(Request request) throws IOException {
        RawHttpClient ready = client();
        Sending sending = Sending.of(request.content());
        MutableHttpRequest<?> http = request.head();
        Runnable hangUp = () -> {
            hangUp(http);
            sending.end();
        };
        Head head = new Head(request.address(), hangUp);
        ready.exchange(http, sending.body(), Thread.currentThread()).subscribe(head);
        try {
            return await(head);
        } catch (IOException e) {
            hangUp.run();
            throw sending.cause(e);
        }
    }

    private Answer await(Head head) throws IOException {
        try {
            return head.answer().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            head.giveUp();
            throw LateException.noAnswer(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            head.giveUp();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void hangUp(MutableHttpRequest<?> request) {
        if (!pooled) {
            request.getAttribute("netty_channel", Channel.class).ifPresent(Channel::close);
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        if (cause instanceof ReadTimeoutException) {
            return LateException.noAnswer(idle);
        }
        String message = cause == null ? "no answer" : String.valueOf(cause.getMessage());
        // What the client says as long as it has no connection that it could have sent anything over.
        return cause != null && (message.startsWith("Connect Error") || message.startsWith("Unknown connect error"))
                ? new UnsentException(message, cause)
                : new IOException(message, cause);
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }
}

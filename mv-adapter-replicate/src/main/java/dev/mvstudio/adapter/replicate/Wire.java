package dev.mvstudio.adapter.replicate;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.netty.channel.Channel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends HTTP requests and gives their answers away unread. Follows no redirect, repeats nothing, unpacks nothing. */
final class Wire implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Shorter than servers keep a connection open, so that hardly a call goes out on one that is closed already. */
    private static final Duration POOLED = Duration.ofSeconds(20);

    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    private final Duration idle;
    private final Duration longest;
    private final boolean reuse;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable RawHttpClient client;

    /**
     * Connects to nothing yet, and starts no threads.
     *
     * @param idle how long the other side may be silent during a call
     * @param longest how long it may take until the head of the answer is there
     * @param reuse whether connections serve several calls; then none is closed because of one of them, and what is not
     *     read of an answer still arrives
     */
    Wire(Duration idle, Duration longest, boolean reuse) {
        this.idle = idle;
        this.longest = longest;
        this.reuse = reuse;
    }

    private synchronized RawHttpClient client() {
        if (client == null) {
            client = RawHttpClient.create(null, configuration());
        }
        return client;
    }

    private DefaultHttpClientConfiguration configuration() {
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(CONNECT);
        configuration.setReadTimeout(idle);
        configuration.setConnectionPoolIdleTimeout(POOLED);
        configuration.getConnectionPoolConfiguration().setEnabled(reuse);
        configuration.setFollowRedirects(false);
        configuration.setDecompressionEnabled(false);
        configuration.setAlpnModes(List.of("http/1.1"));
        return configuration;
    }

    static CloseableByteBody body(byte[] bytes) {
        return BODIES.adapt(bytes);
    }

    /** A body that is read while it is sent. */
    CloseableByteBody body(InputStream in, long length) {
        return InputStreamByteBody.create(in, OptionalLong.of(length), readers, BODIES);
    }

    /**
     * Waits for the head of the answer.
     *
     * @param body what is sent; null for nothing
     * @throws UnsentException when nothing was sent
     * @throws IOException when there is no answer, though the request may have arrived
     */
    Answer send(MutableHttpRequest<?> request, @Nullable CloseableByteBody body) throws IOException {
        Head head = new Head(() -> hangUp(request));
        client().exchange(request, body, Thread.currentThread()).subscribe(head);
        try {
            return head.answer().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            head.giveUp();
            throw new IOException("no answer within " + longest.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            head.giveUp();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private void hangUp(MutableHttpRequest<?> request) {
        if (!reuse) {
            request.getAttribute("netty_channel", Channel.class).ifPresent(Channel::close);
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        String message = cause == null ? "no answer" : String.valueOf(cause.getMessage());
        // What the client says as long as it has no connection that it could have sent anything over.
        return cause != null && (message.startsWith("Connect Error") || message.startsWith("Unknown connect error"))
                ? new UnsentException(message, cause)
                : new IOException(message, cause);
    }

    @Override
    public synchronized void close() throws IOException {
        readers.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}

package dev.mvstudio.adapter.openai;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends questions to one address, and nowhere else: redirects are not followed. */
final class Wire implements AutoCloseable {
    /** Fifty scenes of the longest descriptions, written out in the longest way, have room in it. */
    static final int LARGEST_ANSWER = 8 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Shorter than servers keep a connection open, so that hardly a call goes out on one that is closed already. */
    private static final Duration POOLED = Duration.ofSeconds(20);

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final HttpClient client;
    private final OpenAiConfiguration configuration;

    /** Connects to nothing yet. */
    Wire(OpenAiConfiguration configuration) {
        this.configuration = configuration;
        DefaultHttpClientConfiguration http = new DefaultHttpClientConfiguration();
        http.setConnectTimeout(CONNECT);
        http.setReadTimeout(configuration.timeout());
        http.setConnectionPoolIdleTimeout(POOLED);
        http.setFollowRedirects(false);
        http.setMaxContentLength(LARGEST_ANSWER);
        http.setExceptionOnErrorStatus(false);
        http.setAlpnModes(List.of("http/1.1"));
        this.client = HttpClient.create(null, http);
    }

    /**
     * Asks, and waits for the whole answer.
     *
     * @throws TooLargeException when it is larger than any answer
     * @throws LateException when it takes too long
     * @throws InterruptedIOException when the thread was interrupted, which it then is again
     * @throws IOException when there is none
     */
    Exchange post(byte[] json) throws IOException {
        MutableHttpRequest<byte[]> request = HttpRequest.POST(configuration.target(), json)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .accept(MediaType.APPLICATION_JSON_TYPE);
        if (configuration.key() != null) {
            request.bearerAuth(configuration.key().reveal());
        }
        HttpResponse<byte[]> response =
                await(Mono.from(client.exchange(request, BYTES, BYTES)).toFuture());
        byte[] body = response.body();
        return new Exchange(response.code(), response.getHeaders(), Json.read(body == null ? new byte[0] : body));
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(configuration.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case ReadTimeoutException e -> late();
            case ContentLengthExceededException e -> new TooLargeException();
            case null -> new IOException("no answer");
            default -> new IOException(String.valueOf(cause.getMessage()), cause);
        };
    }

    private LateException late() {
        return new LateException(configuration.timeout());
    }

    @Override
    public void close() {
        client.close();
    }

    /** Nobody waits any longer. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1L;

        LateException(Duration waited) {
            super("no answer within " + waited.toSeconds() + " s");
        }
    }

    /** An answer that nobody will read to its end. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("an answer of more than " + (LARGEST_ANSWER >> 20) + " MiB");
        }
    }
}

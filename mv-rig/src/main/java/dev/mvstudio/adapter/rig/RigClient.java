package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.testkit.server.Form;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Calls one fake provider. */
public final class RigClient implements AutoCloseable {
    static final Backend BACKEND = new Backend("rig");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public RigClient(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    HttpResponse<String> get(String path) {
        return call(HttpRequest.newBuilder(base.resolve(path)).build(), ErrorCode.PROVIDER_UNAVAILABLE);
    }

    /** @param unclear the code when it is not known whether the call arrived */
    HttpResponse<String> post(String path, Form body, ErrorCode unclear) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", Form.MEDIA_TYPE)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return call(request, unclear);
    }

    /** The file at this address of the provider's, and of nobody else's. */
    HttpResponse<InputStream> open(URI location) throws IOException {
        if (!location.toString().startsWith(base + "/outputs/")) {
            throw exception(ErrorCode.INVALID_PROVIDER_RESPONSE, "not of " + base + ": " + location, null);
        }
        return send(HttpRequest.newBuilder(location).build(), BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> call(HttpRequest request, ErrorCode unclear) {
        try {
            return send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw exception(ErrorCode.PROVIDER_UNAVAILABLE, "no connection to " + request.uri(), e);
        } catch (IOException e) {
            throw exception(unclear, "calling " + request.uri() + ": " + e.getMessage(), e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while calling " + request.uri(), e);
        }
    }

    static ProviderException refused(HttpResponse<String> answer) {
        ErrorCode code =
                answer.statusCode() >= 500 ? ErrorCode.PROVIDER_UNAVAILABLE : ErrorCode.INVALID_PROVIDER_REQUEST;
        return exception(code, answer.statusCode() + " " + answer.body(), null);
    }

    static ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, BACKEND, details), cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

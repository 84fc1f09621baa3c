package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Fetches outputs, from where they may lie and from nowhere else. Only the API itself ever sees the token. */
final class Downloads implements Closeable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final ReplicateSettings settings;
    private final Api api;

    /** Every download has a connection of its own, which can be closed when nobody wants the rest. */
    private final Wire wire = new Wire(IDLE, IDLE, false);

    Downloads(ReplicateSettings settings, Api api) {
        this.settings = settings;
        this.api = api;
    }

    InputStream open(Output output) throws IOException {
        if (!output.backend().equals(settings.name())) {
            throw api.refusals().invalid("an output of " + output.backend() + " is not Replicate's to give");
        }
        URI address = output.location();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Answer answer = fetch(address);
            if (!REDIRECTS.contains(answer.status())) {
                return body(address, answer);
            }
            URI from = address;
            try (answer) {
                address = answer.header("Location")
                        .map(to -> target(from, to))
                        .orElseThrow(() -> strange(from, "it leads nowhere"));
            }
        }
        throw strange(output.location(), "it leads on and on");
    }

    private URI target(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw strange(from, "it leads nowhere");
        }
    }

    private Answer fetch(URI address) throws IOException {
        boolean ours = isOfTheApi(address);
        if (!ours && !settings.outputHosts().allow(address)) {
            throw strange(address, "output_hosts does not allow it");
        }
        MutableHttpRequest<?> request = HttpRequest.create(HttpMethod.GET, address.toString());
        if (ours) {
            api.admit(false);
            request.header("Authorization", "Bearer " + settings.token().reveal());
        }
        try {
            return wire.send(request, null);
        } catch (IOException e) {
            throw new IOException("downloading " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private boolean isOfTheApi(URI address) {
        return address.getRawUserInfo() == null && origin(address).equals(origin(settings.api()));
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private InputStream body(URI address, Answer answer) {
        if (answer.status() == 200 && !isPage(answer)) {
            return answer.body(Long.MAX_VALUE, settings.jobTimeout());
        }
        try (answer) {
            throw refusal(address, answer);
        }
    }

    /** Somebody's error page, or a request to log in. */
    private static boolean isPage(Answer answer) {
        String type = answer.mediaType();
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/xhtml+xml");
    }

    private ProviderException refusal(URI address, Answer answer) {
        int status = answer.status();
        String said = "the download of " + shown(address) + " was answered with " + status + " " + answer.mediaType();
        if (status == 429) {
            Duration wait = Throttling.wait(answer, MissingNode.getInstance(), api.now());
            return api.refusals().tooFast(said, wait);
        }
        ErrorCode code = switch (status) {
            case 403, 404, 410 -> ErrorCode.OUTPUT_EXPIRED;
            case 401 -> ErrorCode.AUTHENTICATION_ERROR;
            default -> status >= 500 ? ErrorCode.PROVIDER_UNAVAILABLE : ErrorCode.INVALID_PROVIDER_RESPONSE;
        };
        return api.refusals().exception(code, said, null);
    }

    private ProviderException strange(URI address, String why) {
        return api.refusals()
                .exception(
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "the output at " + shown(address) + " is not fetched: " + why,
                        null);
    }

    /** Without what may let somebody in. */
    private static String shown(URI address) {
        String text = address.getScheme() + "://" + address.getHost() + address.getPath();
        return Wording.shortened(text);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ErrorCode;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches clips. The API, which sees the key, sends on to wherever the bytes are: another origin, which never does. */
final class Downloads implements Closeable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern FILE = Pattern.compile(".*/(files/[A-Za-z0-9_-]{1,100}:download)");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final GeminiConfiguration configuration;
    private final Refusals refusals;
    private final Wire wire = new Wire(IDLE);

    Downloads(GeminiConfiguration configuration, Refusals refusals) {
        this.configuration = configuration;
        this.refusals = refusals;
    }

    /** Whether an address is of a file at the API, here or where the API was configured to be once. */
    static boolean covers(URI location) {
        return String.valueOf(location.getScheme()).startsWith("http")
                && FILE.matcher(String.valueOf(location.getPath())).matches();
    }

    InputStream open(URI location) throws IOException {
        Matcher file = FILE.matcher(location.getPath());
        if (!file.matches()) {
            throw refusals.invalid("this is no file of Gemini's");
        }
        URI address = URI.create(configuration.api() + "/" + file.group(1) + "?alt=media");
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Answer answer = fetch(address);
            if (!REDIRECTS.contains(answer.status())) {
                return body(address, answer);
            }
            try (answer) {
                address = target(address, answer.header("Location").orElse(""));
            }
        }
        throw strange(address, "it leads on and on");
    }

    private URI target(URI from, String location) {
        try {
            URI to = from.resolve(location);
            if (!location.isBlank() && isSafe(to)) {
                return to;
            }
            throw strange(from, "it leads nowhere");
        } catch (IllegalArgumentException e) {
            throw strange(from, "it leads nowhere");
        }
    }

    /** Over https to anywhere else; on this machine only when whoever plays Google is there as well. */
    private boolean isSafe(URI to) {
        if (to.getHost() == null || to.getRawUserInfo() != null) {
            return false;
        }
        return isHere(to) ? isHere(configuration.api()) : "https".equalsIgnoreCase(to.getScheme());
    }

    private static boolean isHere(URI address) {
        return LOOPBACK.matcher(String.valueOf(address.getHost())).matches();
    }

    private Answer fetch(URI address) throws IOException {
        MutableHttpRequest<?> request = HttpRequest.create(HttpMethod.GET, address.toString());
        if (origin(address).equals(origin(configuration.api()))) {
            request.header(Api.KEY, configuration.key().reveal());
        }
        try {
            return wire.send(request, null);
        } catch (IOException e) {
            throw new IOException("downloading " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private InputStream body(URI address, Answer answer) {
        if (answer.status() == 200 && !isPage(answer.mediaType())) {
            return answer.body(Long.MAX_VALUE, configuration.jobTimeout());
        }
        try (answer) {
            throw refusal(address, answer);
        }
    }

    /** Somebody's error page, or a request to log in. */
    private static boolean isPage(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/xhtml+xml");
    }

    /** Of a file that is gone the API says that it is forbidden. */
    private ProviderException refusal(URI address, Answer answer) {
        int status = answer.status();
        ErrorCode code = switch (status) {
            case 403, 404, 410 -> ErrorCode.OUTPUT_EXPIRED;
            case 401 -> ErrorCode.AUTHENTICATION_ERROR;
            case 429 -> ErrorCode.RATE_LIMIT_EXCEEDED;
            default -> status >= 500 ? ErrorCode.PROVIDER_UNAVAILABLE : ErrorCode.INVALID_PROVIDER_RESPONSE;
        };
        return refusals.exception(
                code,
                "the download of " + shown(address) + " was answered with " + status + " " + answer.mediaType()
                        + (code == ErrorCode.OUTPUT_EXPIRED ? "; Google keeps clips for two days" : ""));
    }

    private ProviderException strange(URI address, String why) {
        return refusals.exception(
                ErrorCode.INVALID_PROVIDER_RESPONSE, "the clip at " + shown(address) + " is not fetched: " + why);
    }

    /** Without what may let somebody in. */
    private static String shown(URI address) {
        return Wording.quoted(address.getScheme() + "://" + address.getHost() + address.getPath());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.AstrayException;
import dev.mvstudio.wire.Origin;
import dev.mvstudio.wire.Redirects;
import dev.mvstudio.wire.Request;
import dev.mvstudio.wire.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches clips. The API, which sees the key, sends on to wherever the bytes are: another origin, which never does. */
final class Downloads implements Closeable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern FILE = Pattern.compile(".*/(files/[A-Za-z0-9_-]{1,100}:download)");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private final GeminiConfiguration configuration;
    private final Refusals refusals;
    private final Wire wire = Wire.single(IDLE, IDLE);

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
        try {
            return body(Redirects.follow(address, MOST_REDIRECTS, this::fetch));
        } catch (AstrayException e) {
            throw strange(e.address(), String.valueOf(e.getMessage()));
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

    private boolean isOfTheApi(URI address) {
        URI api = configuration.api();
        return Objects.equals(address.getRawUserInfo(), api.getRawUserInfo())
                && Origin.of(address).equals(Origin.of(api));
    }

    private Answer fetch(URI address) throws IOException {
        Request request = Request.get(address);
        if (isOfTheApi(address)) {
            request.header(Api.KEY, configuration.key().reveal());
        } else if (!isSafe(address)) {
            throw strange(address, "it is not where Google's clips can be");
        }
        try {
            return wire.send(request);
        } catch (IOException e) {
            throw new IOException("downloading " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private InputStream body(Answer answer) {
        if (answer.status() == 200 && !answer.isPage()) {
            return answer.body(Long.MAX_VALUE, configuration.jobTimeout());
        }
        try (answer) {
            throw refusal(answer);
        }
    }

    /** Of a file that is gone the API says that it is forbidden. */
    private ProviderException refusal(Answer answer) {
        int status = answer.status();
        ErrorCode code = switch (status) {
            case 403, 404, 410 -> ErrorCode.OUTPUT_EXPIRED;
            case 401 -> ErrorCode.AUTHENTICATION_ERROR;
            case 429 -> ErrorCode.RATE_LIMIT_EXCEEDED;
            default -> status >= 500 ? ErrorCode.PROVIDER_UNAVAILABLE : ErrorCode.INVALID_PROVIDER_RESPONSE;
        };
        return refusals.exception(
                code,
                "the download of " + shown(answer.address()) + " was answered with " + status + " " + answer.mediaType()
                        + (code == ErrorCode.OUTPUT_EXPIRED ? "; Google keeps clips for two days" : ""));
    }

    private ProviderException strange(URI address, String why) {
        return refusals.exception(
                ErrorCode.INVALID_PROVIDER_RESPONSE, "the clip at " + shown(address) + " is not fetched: " + why);
    }

    /** Without what may let somebody in. */
    private static String shown(URI address) {
        return Quotes.quoted(address.getScheme() + "://" + address.getHost() + address.getPath());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

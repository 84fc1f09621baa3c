package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
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

/** Fetches outputs, from where they may lie and from nowhere else. Only the API itself ever sees the token. */
final class Downloads implements Closeable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 3;

    private final ReplicateSettings settings;
    private final Api api;

    /** Every download has a connection of its own, which can be closed when nobody wants the rest. */
    private final Wire wire = Wire.single(IDLE, IDLE);

    Downloads(ReplicateSettings settings, Api api) {
        this.settings = settings;
        this.api = api;
    }

    InputStream open(Output output) throws IOException {
        if (!output.backend().equals(settings.name())) {
            throw api.refusals().invalid("an output of " + output.backend() + " is not Replicate's to give");
        }
        try {
            return body(Redirects.follow(output.location(), MOST_REDIRECTS, this::fetch));
        } catch (AstrayException e) {
            throw strange(e.address(), String.valueOf(e.getMessage()));
        }
    }

    private Answer fetch(URI address) throws IOException {
        boolean ours = isOfTheApi(address);
        if (!ours && !settings.outputHosts().allow(address)) {
            throw strange(address, "output_hosts does not allow it");
        }
        Request request = Request.get(address);
        if (ours) {
            api.admit(false);
            request.header("Authorization", "Bearer " + settings.token().reveal());
        }
        try {
            return wire.send(request);
        } catch (IOException e) {
            throw new IOException("downloading " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private boolean isOfTheApi(URI address) {
        return address.getRawUserInfo() == null && Origin.of(address).equals(Origin.of(settings.api()));
    }

    private InputStream body(Answer answer) {
        if (answer.status() == 200 && !answer.isPage()) {
            return answer.body(Long.MAX_VALUE, settings.jobTimeout());
        }
        try (answer) {
            throw refusal(answer);
        }
    }

    private ProviderException refusal(Answer answer) {
        int status = answer.status();
        String said = "the download of " + shown(answer.address()) + " was answered with " + status + " "
                + answer.mediaType();
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
        return Quotes.shortened(text);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

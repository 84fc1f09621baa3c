package dev.mvstudio.adapter.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Content;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.LateException;
import dev.mvstudio.wire.Request;
import dev.mvstudio.wire.UnsentException;
import dev.mvstudio.wire.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Calls the API with the account's key, and says what its answers mean. */
final class Api implements Closeable {
    static final String KEY = "x-goog-api-key";

    /** Four pictures of the largest size have room in it, and any clip that comes as part of an answer. */
    static final int LARGEST_ANSWER = 128 << 20;

    /** What Google takes at most. */
    private static final int LARGEST_REQUEST = 20 << 20;

    private static final int LARGEST_REFUSAL = 1 << 20;

    private final GeminiConfiguration configuration;
    private final Refusals refusals;
    private final Denials denials;
    private final Wire wire;

    /** Connects to nothing yet. */
    Api(GeminiConfiguration configuration, LongSupplier nanoTime) {
        this.configuration = configuration;
        this.refusals = new Refusals(configuration);
        this.denials = new Denials(nanoTime);
        this.wire = Wire.single(configuration.timeout(), configuration.timeout());
    }

    GeminiConfiguration configuration() {
        return configuration;
    }

    Refusals refusals() {
        return refusals;
    }

    URI at(String path) {
        return URI.create(configuration.api() + path);
    }

    /**
     * Makes a call.
     *
     * @return a JSON object
     * @throws ProviderException when there is none
     */
    JsonNode call(Call call) {
        denials.check(call.path());
        byte[] body = json(call);
        Request request = Request.of(call.method(), at(call.path()))
                .header(KEY, configuration.key().reveal())
                .header("Accept", "application/json")
                .content(body == null ? null : Content.of("application/json", body));
        try (Answer answer = wire.send(request)) {
            if (!answer.isSuccess()) {
                throw refused(call, answer);
            }
            JsonNode json = Json.read(answer.bytes(LARGEST_ANSWER, configuration.timeout()));
            if (!json.isObject()) {
                throw nonsense(call, "the answer is no JSON object");
            }
            return json;
        } catch (IOException e) {
            throw broken(call, e);
        }
    }

    private byte @Nullable [] json(Call call) {
        Map<String, Object> body = call.body();
        if (body == null) {
            return null;
        }
        byte[] json = Json.bytes(body);
        if (json.length > LARGEST_REQUEST) {
            throw refusals.invalid(call.doing() + ": what would be sent has " + json.length
                    + " bytes, and Google takes " + LARGEST_REQUEST + " at most: use smaller reference images");
        }
        return json;
    }

    private ProviderException refused(Call call, Answer answer) {
        ProviderException refusal = refusals.of(call, answer.status(), said(answer));
        denials.remember(call.path(), refusal.error());
        return refusal;
    }

    /** What a refusal says; missing where that is no JSON, or does not arrive: the status says enough. */
    private JsonNode said(Answer answer) {
        try {
            return Json.read(answer.bytes(LARGEST_REFUSAL, configuration.timeout()));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** An answer that makes no sense: it may have been paid for. */
    ProviderException nonsense(Call call, String why) {
        return refusals.exception(
                call.stake() == Call.Stake.NOTHING ? ErrorCode.INVALID_PROVIDER_RESPONSE : ErrorCode.OUTCOME_UNKNOWN,
                call.doing() + ": " + why);
    }

    private ProviderException broken(Call call, IOException e) {
        if (e instanceof UnsentException) {
            return refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    "Google cannot be reached for " + call.doing() + ": " + e.getMessage(),
                    e);
        }
        String details = call.doing() + ": " + e.getMessage();
        if (call.stake() != Call.Stake.NOTHING) {
            return refusals.exception(ErrorCode.OUTCOME_UNKNOWN, details, e);
        }
        return e instanceof LateException late && !late.hasBegun() && call.model() != null
                ? refusals.exception(
                        ErrorCode.TIMEOUT,
                        details + "; change timeout_seconds below options of " + configuration.backend()
                                + " in backends.yaml if it needs longer",
                        e)
                : refusals.exception(ErrorCode.PROVIDER_UNAVAILABLE, details, e);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

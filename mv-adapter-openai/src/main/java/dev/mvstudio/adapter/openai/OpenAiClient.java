package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** Asks a server for completions, and says what its answers mean. */
final class OpenAiClient implements AutoCloseable {
    private final OpenAiConfiguration configuration;
    private final Clock clock;
    private final Wire wire;
    private final Refusals refusals;
    private final Denial denial;

    /** Connects to nothing yet. */
    OpenAiClient(OpenAiConfiguration configuration, Clock clock, LongSupplier nanoTime) {
        this.configuration = configuration;
        this.clock = clock;
        this.wire = new Wire(configuration);
        this.refusals = new Refusals(configuration);
        this.denial = new Denial(nanoTime);
    }

    /**
     * Asks once.
     *
     * @throws ProviderException when there is no completion, or the model will not write one
     */
    Completion complete(Model model, Map<String, Object> question) {
        JsonNode body = ask(model, question);
        if (!body.at("/choices/0/message").isObject()) {
            throw refusals.exception(
                    ErrorCode.INVALID_PROVIDER_RESPONSE,
                    configuration.target() + " answered with something that is no chat completion; is base_url of "
                            + configuration.backend() + " right?");
        }
        Completion completion = Completion.of(body);
        if (completion.isForbidden()) {
            throw refusals.exception(
                    ErrorCode.CONTENT_POLICY_VIOLATION,
                    model + " refused to write the scenes"
                            + (completion.refusal().isEmpty() ? "" : ": " + refusals.quoted(completion.refusal())));
        }
        return completion;
    }

    private JsonNode ask(Model model, Map<String, Object> question) {
        denial.check();
        Exchange answer = send(question);
        JsonNode body = answer.body();
        Duration retryAfter = RetryAfter.of(answer.headers(), clock);
        if (!answer.isSuccess()) {
            ProviderException refusal = refusals.of(answer.status(), body, model, retryAfter);
            if (answer.status() == 401) {
                denial.remember(refusal);
            }
            throw refusal;
        }
        JsonNode error = error(body);
        if (!error.isMissingNode()) {
            throw refusals.of(
                    error.path("code").asInt(502),
                    Json.MAPPER.createObjectNode().set("error", error),
                    model,
                    retryAfter);
        }
        return body;
    }

    /** OpenRouter hands on the failures of others with 200. */
    private static JsonNode error(JsonNode body) {
        JsonNode ofChoice = body.at("/choices/0/error");
        return body.path("error").isObject() ? body.path("error") : ofChoice;
    }

    private Exchange send(Map<String, Object> question) {
        try {
            return wire.post(Json.bytes(question));
        } catch (Wire.LateException e) {
            throw failure(
                    ErrorCode.TIMEOUT,
                    e,
                    "; change timeout_seconds below options of " + configuration.backend()
                            + " in backends.yaml if it needs longer");
        } catch (Wire.TooLargeException e) {
            throw failure(ErrorCode.INVALID_PROVIDER_RESPONSE, e, "");
        } catch (IOException e) {
            throw failure(ErrorCode.PROVIDER_UNAVAILABLE, e, "");
        }
    }

    private ProviderException failure(ErrorCode code, IOException why, String advice) {
        return refusals.exception(
                code,
                "asking " + configuration.target() + ": " + refusals.quoted(String.valueOf(why.getMessage())) + advice,
                why);
    }

    @Override
    public void close() {
        wire.close();
    }
}

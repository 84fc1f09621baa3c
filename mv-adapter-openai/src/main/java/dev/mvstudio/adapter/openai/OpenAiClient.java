package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Content;
import dev.mvstudio.wire.LateException;
import dev.mvstudio.wire.Method;
import dev.mvstudio.wire.Request;
import dev.mvstudio.wire.TooLargeException;
import dev.mvstudio.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** Asks a server for completions, and says what its answers mean. */
final class OpenAiClient implements AutoCloseable {
    private final OpenAiConfiguration configuration;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Wire wire;
    private final Refusals refusals;
    private final Denial denial;

    /** Connects to nothing yet. */
    OpenAiClient(OpenAiConfiguration configuration, Clock clock, LongSupplier nanoTime) {
        this.configuration = configuration;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.wire = Wire.single(configuration.timeout(), configuration.timeout());
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
                    configuration.backend() + " answered with something that is no chat completion; is base_url of "
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
        Duration retryAfter = answer.retryAfter();
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
                    JsonNodeFactory.instance.objectNode().set("error", error),
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
        Request request = Request.of(Method.POST, configuration.target())
                .header("Accept", "application/json")
                .content(Content.json(question));
        if (configuration.key() != null) {
            request.header("Authorization", "Bearer " + configuration.key().reveal());
        }
        long began = nanoTime.getAsLong();
        try (Answer answer = wire.send(request)) {
            Duration passed = Duration.ofNanos(nanoTime.getAsLong() - began);
            return Exchange.of(answer, configuration.timeout().minus(passed), clock.instant());
        } catch (LateException e) {
            throw failure(
                    ErrorCode.TIMEOUT,
                    "no answer within " + configuration.timeout().toSeconds()
                            + " s; change timeout_seconds below options of " + configuration.backend()
                            + " in backends.yaml if it needs longer",
                    e);
        } catch (TooLargeException e) {
            String size = "an answer of more than " + (Exchange.LARGEST >> 20) + " MiB";
            throw failure(ErrorCode.INVALID_PROVIDER_RESPONSE, size, e);
        } catch (IOException e) {
            throw failure(ErrorCode.PROVIDER_UNAVAILABLE, refusals.quoted(String.valueOf(e.getMessage())), e);
        }
    }

    private ProviderException failure(ErrorCode code, String why, IOException cause) {
        return refusals.exception(code, "asking " + configuration.backend() + ": " + why, cause);
    }

    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

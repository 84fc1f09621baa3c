package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a server's refusals mean. They are told apart by status and error code, as OpenAI has them; what servers say
 * in words is quoted, but not where it may name keys (401) or has links to pay by (402).
 */
final class Refusals {
    private static final Set<String> NO_CREDIT = Set.of("insufficient_quota", "billing_hard_limit_reached");

    /** {@code invalid_prompt} is how OpenAI says that a reasoning model's filter refused it. */
    private static final Set<String> FORBIDDEN =
            Set.of("content_policy_violation", "content_filter", "invalid_prompt", "moderation_blocked");

    /** When a server wants us to slow down and does not say for how long. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private final OpenAiConfiguration configuration;

    Refusals(OpenAiConfiguration configuration) {
        this.configuration = configuration;
    }

    ProviderException exception(ErrorCode code, String details) {
        return exception(code, details, null);
    }

    ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, configuration.backend(), details), cause);
    }

    /**
     * Reads a refusal.
     *
     * @param body missing when it is no JSON
     * @param retryAfter how long the server asks to wait, when it does
     */
    ProviderException of(int status, JsonNode body, Model model, @Nullable Duration retryAfter) {
        JsonNode error = body.path("error");
        String code = code(error);
        if (FORBIDDEN.contains(code) || isFlagged(error)) {
            return exception(ErrorCode.CONTENT_POLICY_VIOLATION, "the prompt was refused" + said(body));
        }
        if (status == 402 || NO_CREDIT.contains(code)) {
            return exception(
                    ErrorCode.INSUFFICIENT_CREDIT,
                    "the account behind " + configuration.keyName() + " has no credit left");
        }
        if (code.equals("model_not_found")) {
            return noModel(model);
        }
        return switch (status) {
            case 401, 403 -> denied(status);
            case 404 -> error.isMissingNode() && !body.has("message") ? noSuchPath() : noModel(model);
            case 429 -> slowDown(retryAfter == null ? USUAL_PAUSE : retryAfter, said(body));
            default -> other(status, body, retryAfter);
        };
    }

    /** OpenAI's word for the case; some servers have it in {@code type}, and a number in {@code code}. */
    private static String code(JsonNode error) {
        JsonNode code = error.path("code").isTextual() ? error.path("code") : error.path("type");
        return code.asText().toLowerCase(Locale.ROOT);
    }

    /** As OpenRouter says it. */
    private static boolean isFlagged(JsonNode error) {
        return error.path("metadata").has("flagged_input")
                || error.path("metadata").has("reasons");
    }

    private ProviderException denied(int status) {
        return exception(
                ErrorCode.AUTHENTICATION_ERROR,
                configuration.key() == null
                        ? configuration.backend() + " wants a key: name its variable below credentials of "
                                + configuration.backend() + " in backends.yaml"
                        : configuration.backend() + " does not accept the key in " + configuration.keyName() + " ("
                                + status + ")");
    }

    private ProviderException noModel(Model model) {
        return exception(
                ErrorCode.INVALID_PROVIDER_REQUEST,
                configuration.backend() + " has no model " + model
                        + " (any more) for this account: change model below scenes of " + configuration.backend()
                        + " in backends.yaml");
    }

    private ProviderException noSuchPath() {
        return exception(
                ErrorCode.INVALID_PROVIDER_REQUEST,
                "there is no /chat/completions at the address of " + configuration.backend()
                        + ": change base_url below options of " + configuration.backend() + " in backends.yaml");
    }

    private ProviderException slowDown(Duration retryAfter, String said) {
        return later(ErrorCode.RATE_LIMIT_EXCEEDED, "too many requests or tokens" + said, retryAfter);
    }

    private ProviderException later(ErrorCode code, String details, @Nullable Duration retryAfter) {
        return new ProviderException(new ProviderError(code, configuration.backend(), details, retryAfter));
    }

    private ProviderException other(int status, JsonNode body, @Nullable Duration retryAfter) {
        String details = configuration.backend() + " answered " + status + said(body);
        if (status >= 500 || status == 408 || status == 409) {
            return later(ErrorCode.PROVIDER_UNAVAILABLE, details, retryAfter);
        }
        if (status < 400) {
            return exception(
                    ErrorCode.INVALID_PROVIDER_RESPONSE,
                    details + "; is base_url of " + configuration.backend() + " right?");
        }
        return exception(ErrorCode.INVALID_PROVIDER_REQUEST, details + hint(body));
    }

    /** Servers without schemas complain of the member by its name. */
    private String hint(JsonNode body) {
        return configuration.format() != AnswerFormat.NONE && body.toString().contains("response_format")
                ? "; another response_format below options of " + configuration.backend() + " may do"
                : "";
    }

    /** A colon and what the server said; empty when it said nothing. */
    String said(JsonNode body) {
        for (JsonNode text :
                new JsonNode[] {body.at("/error/message"), body.path("error"), body.path("message"), body.path("detail")
                }) {
            if (text.isTextual() && !text.asText().isBlank()) {
                return ": " + quoted(text.asText());
            }
        }
        return "";
    }

    /** What a server said, without the key, however it came there. */
    String quoted(String text) {
        String safe = configuration.key() == null
                ? text
                : text.replace(configuration.key().reveal(), configuration.key().toString());
        return Wording.quoted(safe);
    }
}

package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.adapter.comfyui.workflow.ModelFolders;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a ComfyUI's refusals mean, for people who can put it right. */
record Refusals(Backend backend, String variable) {
    ProviderError error(ErrorCode code, String details) {
        return ProviderError.of(code, backend, details);
    }

    ProviderException exception(ErrorCode code, String details) {
        return new ProviderException(error(code, details));
    }

    ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(error(code, details), cause);
    }

    ProviderException invalid(String details) {
        return exception(ErrorCode.INVALID_PROVIDER_REQUEST, details);
    }

    /** A question that was answered with a status that is no success. */
    ProviderException status(String doing, int status) {
        return switch (status) {
            case 401, 407 ->
                exception(
                        ErrorCode.AUTHENTICATION_ERROR,
                        doing + ": it wants a user and a password; write them into " + variable
                                + " as http://user:password@host");
            case 403 ->
                exception(
                        ErrorCode.AUTHENTICATION_ERROR,
                        doing + ": it refuses to be spoken to from here (403); look at the proxy before it");
            case 413 -> invalid(doing + ": that is too large for it; start ComfyUI with a larger --max-upload-size");
            case 404, 405 ->
                exception(
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        doing + ": " + status + "; is there a ComfyUI at that address? See " + variable);
            default ->
                exception(
                        status >= 500 || status == 429
                                ? ErrorCode.PROVIDER_UNAVAILABLE
                                : ErrorCode.INVALID_PROVIDER_RESPONSE,
                        doing + ": it answered with " + status);
        };
    }

    /** A graph that was refused with 400, or of which a part was. */
    ProviderException graph(String server, JsonNode body) {
        for (Map.Entry<String, JsonNode> node : body.path("node_errors").properties()) {
            for (JsonNode error : node.getValue().path("errors")) {
                String type = Json.text(node.getValue(), "class_type");
                return refused(server, "node " + node.getKey() + " (" + type + "): " + input(type, error));
            }
        }
        JsonNode error = body.path("error");
        if (error.isTextual()) {
            return refused(server, Wording.quoted(error.textValue()));
        }
        String type = Json.text(error.path("extra_info"), "class_type");
        String said = Json.text(error, "message") + " " + Json.text(error, "details");
        return refused(
                server,
                Json.text(error, "type").equals("missing_node_type") && !type.isEmpty()
                        ? "the node " + type + " is not installed there"
                        : Wording.quoted(said));
    }

    private ProviderException refused(String server, String why) {
        return invalid("the ComfyUI at " + server + " refuses the workflow: " + why);
    }

    private static String input(String type, JsonNode error) {
        JsonNode info = error.path("extra_info");
        String input = Json.text(info, "input_name");
        String value = info.path("received_value").asText();
        String details = Wording.quoted(Json.text(error, "details"));
        return switch (Json.text(error, "type")) {
            case "value_not_in_list" -> ModelFolders.missing(type, input, Wording.quoted(value)) + " (" + details + ")";
            case "required_input_missing" -> "it needs an input " + input;
            default -> Wording.quoted(Json.text(error, "message")) + (details.isEmpty() ? "" : ": " + details);
        };
    }
}

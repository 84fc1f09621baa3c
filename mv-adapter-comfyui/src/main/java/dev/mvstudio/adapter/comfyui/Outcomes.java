package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.util.List;
import java.util.Locale;

/** What the history of a server says became of a prompt. */
final class Outcomes {
    private final Refusals refusals;
    private final OutputFiles files;

    Outcomes(Refusals refusals, OutputFiles files) {
        this.refusals = refusals;
        this.files = files;
    }

    Status of(Server server, TicketId id, JsonNode entry) {
        for (JsonNode message : entry.path("status").path("messages")) {
            switch (message.path(0).asText()) {
                case "execution_interrupted" -> {
                    return new Status.Canceled();
                }
                case "execution_error" -> {
                    return broken(server, message.path(1));
                }
                default -> {
                    // How far it came.
                }
            }
        }
        if (Json.text(entry.path("status"), "status_str").equals("error")) {
            return failed(ErrorCode.UNKNOWN_ERROR, server, "failed without saying why");
        }
        List<Output> outputs = files.of(server, entry.path("outputs").path(id.node()), id.format());
        if (outputs.isEmpty()) {
            return failed(
                    ErrorCode.INVALID_PROVIDER_RESPONSE,
                    server,
                    "ran the workflow, but its node " + id.node() + " saved nothing: is it the right output?");
        }
        return new Status.Finished(id.format().equals("mp4") ? outputs.subList(0, 1) : outputs);
    }

    private Status broken(Server server, JsonNode error) {
        String said = Json.text(error, "exception_message");
        String type = Json.text(error, "exception_type");
        String node = "node " + Json.text(error, "node_id") + " (" + Json.text(error, "node_type") + ")";
        String lower = (type + " " + said).toLowerCase(Locale.ROOT);
        if (lower.contains("outofmemory") || lower.contains("out of memory")) {
            return failed(
                    ErrorCode.INVALID_PROVIDER_REQUEST,
                    server,
                    "ran out of memory in " + node + ": ask for something smaller or for fewer at once, or start it"
                            + " with --lowvram");
        }
        return failed(ErrorCode.UNKNOWN_ERROR, server, "failed in " + node + ": " + type + " " + Wording.quoted(said));
    }

    private Status failed(ErrorCode code, Server server, String what) {
        return new Status.Failed(refusals.error(code, "the ComfyUI at " + server.address() + " " + what));
    }

    /** It is in no queue and no history: the server was started again. */
    Status lost(Server server) {
        return failed(
                ErrorCode.PROVIDER_UNAVAILABLE,
                server,
                "no longer knows the prompt: it was started again, or its history was cleared");
    }
}

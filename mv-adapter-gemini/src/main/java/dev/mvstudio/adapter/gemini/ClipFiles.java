package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finished clips: a file that Google keeps, or bytes that came with the answer and are kept here. */
final class ClipFiles {
    private static final Pattern FILE = Pattern.compile("files/([A-Za-z0-9_-]{1,100})(?::download|\\?|$)");

    private final Api api;
    private final Outputs outputs;
    private final Failures failures;

    ClipFiles(Api api, Outputs outputs) {
        this.api = api;
        this.outputs = outputs;
        this.failures = new Failures(api.refusals());
    }

    Failures failures() {
        return failures;
    }

    /**
     * A finished clip.
     *
     * @param name of what was begun
     * @param uri of the file; only its identifier counts, for the key goes to the configured address alone
     * @param base64 its bytes, where there is no file
     */
    Status finished(String name, String uri, String base64) {
        Matcher file = FILE.matcher(uri);
        if (file.find()) {
            return finished(outputs.output(api.at("/files/" + file.group(1) + ":download?alt=media")));
        }
        if (base64.isEmpty()) {
            return failures.failed(
                    ErrorCode.INVALID_PROVIDER_RESPONSE, "Google made something that is no file: " + name);
        }
        try {
            String entry = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString();
            // The operation still has it: who asks again gets it again.
            return new Status.Finished(outputs.find(entry)
                    .orElseGet(() -> outputs.keep(entry, List.of(clip(base64)), ErrorCode.PROVIDER_UNAVAILABLE)));
        } catch (IllegalArgumentException e) {
            return failures.failed(
                    ErrorCode.INVALID_PROVIDER_RESPONSE, "what came is no clip (" + e.getMessage() + "): " + name);
        }
    }

    private static Status finished(Output output) {
        return new Status.Finished(List.of(output));
    }

    private static Spool.File clip(String base64) {
        return new Spool.File(Base64.getDecoder().decode(base64), MediaType.MP4.extension());
    }
}

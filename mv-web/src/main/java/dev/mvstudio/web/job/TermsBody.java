package dev.mvstudio.web.job;

import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers may say with every order, whatever it is for. */
@Introspected
@Schema(name = "Terms")
public record TermsBody(
        @Schema(description = "Whether the job and what it makes never expire; default: false") @Nullable
        Boolean keep,

        @Schema(format = "uri", maxLength = 2000, description = "Where to tell what happens to the job") @Nullable
        String webhookUrl,

        @Schema(description = "Of what to tell: state, progress, result, error; default: how it ended")
        @ArraySchema(minItems = 1)
        @Nullable
        List<String> webhookEvents) {
    public static TermsBody read(Fields fields) {
        return new TermsBody(fields.flag("keep"), fields.text("webhook_url"), fields.texts("webhook_events"));
    }
}

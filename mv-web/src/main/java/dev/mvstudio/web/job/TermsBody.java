package dev.mvstudio.web.job;

import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers may say with every order, whatever it is for. */
@Introspected
@Schema(name = "Terms")
public record TermsBody(
        @Schema(description = "Whether the job and what it makes never expire; default: false") @Nullable
        Boolean keep) {
    public static TermsBody read(Fields fields) {
        return new TermsBody(fields.flag("keep"));
    }
}

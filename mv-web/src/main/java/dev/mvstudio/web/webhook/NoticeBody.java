package dev.mvstudio.web.webhook;

import dev.mvstudio.application.provider.HearNotices.Effect;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What became of a notice. */
@Serdeable.Serializable
@Schema(name = "Notice")
record NoticeBody(
        @Schema(
                description =
                        "heard: a job looks at its generation now; ignored: no job waits for it, or it was told before",
                type = "string",
                allowableValues = {"heard", "ignored"})
        String status) {
    static NoticeBody from(Effect effect) {
        return new NoticeBody(effect.name().toLowerCase(Locale.ROOT));
    }
}

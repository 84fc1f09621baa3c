package dev.mvstudio.web.sequence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mvstudio.web.job.TermsBody;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What callers send. */
@Introspected
@Schema(name = "MakeSlideshow", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record MakeSlideshowBody(
        @Schema(minimum = "0.04", maximum = "3600", example = "5", description = "Of scenes that have no duration")
        @Nullable
        Double secondsPerScene,

        @JsonUnwrapped TermsBody terms) {
    static MakeSlideshowBody read(Fields fields) {
        return new MakeSlideshowBody(fields.number("seconds_per_scene"), TermsBody.read(fields));
    }

    @Nullable
    BigDecimal seconds() {
        return secondsPerScene == null ? null : BigDecimal.valueOf(secondsPerScene);
    }
}

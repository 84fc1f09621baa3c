package dev.mvstudio.web.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import dev.mvstudio.domain.provider.Parameter;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Model")
record ModelBody(
        @Schema(example = "video") String kind,

        @Schema(example = "google/veo-3.1") String model,

        @Schema(name = "default", description = "Whether it is used when the caller names no model")
        @JsonProperty("default")
        boolean preferred,

        PriceBody price,
        CapabilitiesBody capabilities) {
    static ModelBody from(Kind kind, ModelSpec spec, boolean preferred) {
        return new ModelBody(
                kind.word(),
                spec.model().name(),
                preferred,
                PriceBody.from(spec.price()),
                CapabilitiesBody.from(spec.capabilities()));
    }

    /** What it charges. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Price", description = "As configured; providers change their prices")
    record PriceBody(
            BigDecimal amount,

            @Schema(example = "USD") String currency,

            @Schema(description = "call, image or second", example = "second")
            String per) {
        static PriceBody from(Price price) {
            return new PriceBody(
                    price.each().amount(),
                    price.each().currency().getCurrencyCode(),
                    price.per().word());
        }
    }

    /** What it can do. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Capabilities")
    record CapabilitiesBody(
            @Schema(description = "The optional parameters that reach the model")
            List<String> honoured,

            @Schema(description = "Those that are adapted with a warning instead of being refused")
            List<String> lenient,

            List<String> aspectRatios,

            @Schema(description = "In seconds") List<Integer> durations,

            List<String> resolutions,
            List<String> outputFormats,

            @Schema(description = "Pictures that a clip shall resemble")
            int maxReferenceImages,

            @Schema(
                    nullable = true,
                    description =
                            "The only clips for which it takes those, such as \"16:9 and 8 seconds\"; null for all")
            @Nullable
            String referenceImagesOnlyFor,

            @Schema(description = "Whether a single reference image can become the first frame")
            boolean firstFrame,

            int maxImages,

            @Schema(description = "The only words that it knows; empty for any")
            List<String> safetyFilterLevels,

            @Schema(description = "The only words that it knows; empty for any")
            List<String> personGenerations,

            @Schema(nullable = true, description = "The largest seed; null for any")
            @Nullable Long maxSeed) {
        static CapabilitiesBody from(Capabilities can) {
            return new CapabilitiesBody(
                    words(can.honoured()),
                    words(can.lenient()),
                    can.aspectRatios().stream().map(String::valueOf).toList(),
                    can.durations().seconds(),
                    can.resolutions().stream().map(String::valueOf).toList(),
                    can.imageFormats().stream().map(f -> f.word()).toList(),
                    can.references().max(),
                    blankToNull(can.references().condition()),
                    can.references().firstFrame(),
                    can.maxImages(),
                    can.words().getOrDefault(Parameter.SAFETY_FILTER_LEVEL, List.of()),
                    can.words().getOrDefault(Parameter.PERSON_GENERATION, List.of()),
                    can.maxSeed() == Long.MAX_VALUE ? null : can.maxSeed());
        }

        private static @Nullable String blankToNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private static List<String> words(Collection<Parameter> parameters) {
            return parameters.stream().sorted().map(Parameter::word).toList();
        }
    }
}

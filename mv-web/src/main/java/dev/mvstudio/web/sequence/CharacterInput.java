package dev.mvstudio.web.sequence;

import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is in the scenes. */
@Introspected
@Schema(
        name = "CharacterData",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE,
        description = "At least one of them; traits with commas in between")
record CharacterInput(
        @Schema(maxLength = 5000, example = "young female warrior") @Nullable
        String baseTraits,

        @Schema(maxLength = 5000, example = "determined expression, long hair") @Nullable
        String facialFeatures,

        @Schema(maxLength = 5000, example = "leather armor, red cloak") @Nullable
        String clothing,

        @Schema(maxLength = 5000, example = "scar on cheek, golden amulet") @Nullable
        String distinctiveFeatures) {
    static CharacterInput read(Fields fields) {
        return new CharacterInput(
                fields.text("base_traits"),
                fields.text("facial_features"),
                fields.text("clothing"),
                fields.text("distinctive_features"));
    }

    CharacterTraits toTraits() {
        return new CharacterTraits(text(baseTraits), text(facialFeatures), text(clothing), text(distinctiveFeatures));
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}

package dev.mvstudio.web.flavor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.Prompts;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Every flavor of the configuration. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Flavors")
record FlavorsBody(
        @Schema(description = "The default one first") List<FlavorBody> flavors) {
    static FlavorsBody from(Flavors flavors) {
        return new FlavorsBody(flavors.all().stream().map(FlavorBody::from).toList());
    }

    /** One flavor: its defaults by route, and its prompts. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Flavor")
    record FlavorBody(
            String name,
            String description,
            DefaultsBody.Scenes createScenes,
            DefaultsBody.Reference generateCharacterReference,
            DefaultsBody.Video generateVideo,
            DefaultsBody.Film mergeVideos,
            DefaultsBody.Images generateImages,
            PromptsBody prompts) {
        static FlavorBody from(Flavor flavor) {
            return new FlavorBody(
                    flavor.name(),
                    flavor.description(),
                    DefaultsBody.Scenes.from(flavor.scenes()),
                    DefaultsBody.Reference.from(flavor.character()),
                    DefaultsBody.Video.from(flavor.video()),
                    DefaultsBody.Film.from(flavor.film()),
                    DefaultsBody.Images.from(flavor.images()),
                    PromptsBody.from(flavor.prompts()));
        }
    }

    /** The templates. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Prompts")
    record PromptsBody(String scenes, String characterReference, String videoRules) {
        static PromptsBody from(Prompts prompts) {
            return new PromptsBody(
                    prompts.scenes().toString(),
                    prompts.characterReference().toString(),
                    prompts.videoRules().toString());
        }
    }
}

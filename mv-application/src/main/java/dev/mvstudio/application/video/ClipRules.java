package dev.mvstudio.application.video;

import dev.mvstudio.application.flavor.Prompts;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.prompt.PromptTemplate;
import dev.mvstudio.domain.prompt.PromptTemplate.MalformedTemplateException;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules that are appended to a clip's prompt: the caller's, else the flavor's. */
final class ClipRules {
    private static final String FIELD = "video_rules_template";

    private ClipRules() {}

    static String fill(@Nullable String said, Prompts prompts, VideoRequest request, Violations violations) {
        if (said == null) {
            return prompts.videoRules().fill(placeholders(request)).strip();
        }
        PromptTemplate template;
        try {
            template = new PromptTemplate(said);
        } catch (MalformedTemplateException e) {
            violations.add(FIELD, e.getMessage() + " (at character " + (e.offset() + 1) + ")", said);
            return "";
        }
        for (String name : new TreeSet<>(template.placeholders())) {
            if (!Prompts.RULES_PLACEHOLDERS.contains(name)) {
                violations.add(
                        FIELD,
                        "has no placeholder {" + name + "}; there are "
                                + String.join(", ", new TreeSet<>(Prompts.RULES_PLACEHOLDERS)),
                        said);
                return "";
            }
        }
        return template.fill(placeholders(request)).strip();
    }

    private static Map<String, String> placeholders(VideoRequest r) {
        return Map.of(
                "aspect_ratio", r.aspectRatio().toString(),
                "duration", String.valueOf(r.duration().toSeconds()),
                "resolution", r.resolution().toString(),
                "generate_audio", String.valueOf(r.generateAudio()),
                "negative_prompt", Objects.requireNonNullElse(r.negativePrompt(), ""),
                "seed", r.seed() == null ? "" : r.seed().toString());
    }
}

package dev.mvstudio.config;

import dev.mvstudio.application.BrokenFileException;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.NamedFile;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.prompt.CharacterTraits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the order of an image sequence: the body of {@code POST /generateImages}, as YAML or as JSON. */
final class SequenceYaml {
    private static final String PARAMS = "generation_params";

    /** May be blank, unlike {@link Form#text()}. */
    private static final Form<String> WORDS = Form.of("text", "", Optional::of);

    private static final Form<String> FORMAT = Forms.IMAGE_FORMAT.map(ImageFormat::word);
    private static final Form<String> TYPE = Form.of("character or b-roll", SceneType.CHARACTER, SceneType::parse)
            .map(SceneType::word);
    private static final Form<String> FOLDER = Form.of(
                    "1 to 64 letters, digits, hyphens and underscores", new FolderId("none"), FolderId::parse)
            .map(FolderId::value);

    private SequenceYaml() {}

    /** Each may be said at the top level, or in a section of its own. */
    private record Params(
            @Nullable Long seed,
            @Nullable String sampler,
            @Nullable Integer steps,
            @Nullable Double cfgScale,
            @Nullable String negativePrompt,
            @Nullable String outputFormat) {
        static Params read(Section s) {
            return new Params(
                    s.find("seed", Form.count(0, Long.MAX_VALUE)),
                    s.find("sampler", Form.text()),
                    s.find("steps", Form.integer(1, 10_000)),
                    s.find("cfg_scale", Form.decimal(0, 100).map(BigDecimal::doubleValue)),
                    s.find("negative_prompt", WORDS),
                    s.find("output_format", FORMAT));
        }

        Params or(Params inner, Section s) {
            return new Params(
                    either(s, "seed", seed, inner.seed),
                    either(s, "sampler", sampler, inner.sampler),
                    either(s, "steps", steps, inner.steps),
                    either(s, "cfg_scale", cfgScale, inner.cfgScale),
                    either(s, "negative_prompt", negativePrompt, inner.negativePrompt),
                    either(s, "output_format", outputFormat, inner.outputFormat));
        }

        private static <T> @Nullable T either(Section s, String name, @Nullable T outside, @Nullable T inside) {
            if (outside != null && inside != null) {
                s.fault(name, "stands in " + PARAMS + " as well; give one of them");
            }
            return outside == null ? inside : outside;
        }
    }

    /**
     * Reads a file.
     *
     * @param shown what messages call it
     * @throws BrokenFileException with every fault at once
     */
    static SequenceFile read(Path file, String shown) {
        Faults faults = new Faults();
        SequenceFile read = NamedFile.section(file, shown, faults).read(SequenceYaml::sequence);
        if (!faults.found().isEmpty()) {
            throw new BrokenFileException(shown, faults.found());
        }
        return read;
    }

    private static SequenceFile sequence(Section s) {
        Params params = Params.read(s).or(s.section(PARAMS, Params::read), s);
        List<CharacterTraits> who = named(s, "character_data", "character", name -> s.section(name, SequenceYaml::who));
        List<List<SceneCommand>> scenes =
                named(s, "sequence_data", "sequence", name -> s.sections(name, SequenceYaml::scene));
        GenerateImagesCommand command = new GenerateImagesCommand(
                who.isEmpty() ? null : who.get(0),
                scenes.isEmpty() ? null : scenes.get(0),
                s.find("folder_id", FOLDER),
                params.seed(),
                params.sampler(),
                params.steps(),
                params.cfgScale(),
                params.negativePrompt(),
                params.outputFormat(),
                s.find("character_reference_image_id", Form.text()),
                s.find("backend", Form.text()),
                s.find("model", Form.text()),
                s.find("flavor", Form.text()));
        Boolean keep = s.find("keep", Form.truth());
        return new SequenceFile(command, Objects.requireNonNullElse(keep, false), warnings(s));
    }

    /** What stands there under either of two names; empty when it does under none. */
    private static <T> List<T> named(Section s, String name, String other, Function<String, T> reader) {
        List<T> found = new ArrayList<>();
        for (String one : List.of(name, other)) {
            if (s.has(one)) {
                found.add(reader.apply(one));
            }
        }
        if (found.size() > 1) {
            s.fault(other, "is the same as " + name + "; give one of them");
        }
        return found;
    }

    private static CharacterTraits who(Section s) {
        return new CharacterTraits(
                words(s, "base_traits"),
                words(s, "facial_features"),
                words(s, "clothing"),
                words(s, "distinctive_features"));
    }

    private static String words(Section s, String key) {
        return Objects.requireNonNullElse(s.find(key, WORDS), "");
    }

    private static SceneCommand scene(Section s) {
        return new SceneCommand(
                s.get("scene_description", Form.text()),
                s.find("atmosphere", WORDS),
                s.find("duration", Form.decimal(0, 3_600)),
                s.find("type", TYPE),
                s.find("pose", WORDS),
                s.find("environment", WORDS));
    }

    /** A server tells others how jobs go; a program that ends with its job cannot. */
    private static List<String> warnings(Section s) {
        boolean events = !s.list("webhook_events", Form.text()).isEmpty();
        return s.find("webhook_url", Form.text()) != null || events
                ? List.of("webhook_url: only a server tells others of jobs; it was left out")
                : List.of();
    }
}

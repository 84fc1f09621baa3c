package dev.mvstudio.cli.film;

import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who carries out which step of a film. */
final class StepBackends {
    @Option(
            names = {"-b", "--backend"},
            paramLabel = "NAME",
            description = "Who does every step that this backend can do; the backends command lists them.")
    @Nullable
    String backend;

    @Option(names = "--scene-backend", paramLabel = "NAME", description = "Who writes the scenes.")
    @Nullable
    String sceneBackend;

    @Option(names = "--scene-model", paramLabel = "NAME", description = "Which of its models.")
    @Nullable
    String sceneModel;

    @Option(names = "--image-backend", paramLabel = "NAME", description = "Who draws the character.")
    @Nullable
    String imageBackend;

    @Option(names = "--image-model", paramLabel = "NAME", description = "Which of its models.")
    @Nullable
    String imageModel;

    @Option(names = "--video-backend", paramLabel = "NAME", description = "Who films the clips.")
    @Nullable
    String videoBackend;

    @Option(names = "--video-model", paramLabel = "NAME", description = "Which of its models.")
    @Nullable
    String videoModel;

    /** Null for the default one. An unknown name is kept, so that it is refused. */
    @Nullable
    String of(Kind kind, List<BackendSettings> configured) {
        String own = switch (kind) {
            case SCENES -> sceneBackend;
            case IMAGE -> imageBackend;
            case VIDEO -> videoBackend;
        };
        if (own != null) {
            return own;
        }
        boolean cannot = configured.stream()
                .anyMatch(s -> s.backend().name().equals(backend) && !s.models().containsKey(kind));
        return cannot ? null : backend;
    }
}

package dev.mvstudio.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SceneFiles} holds to. */
public abstract class SceneFilesContract {
    private static final JobId JOB = new JobId(UUID.fromString("11111111-2222-4333-8444-555555555555"));

    /** The files under test, empty at the start of each test. */
    protected abstract SceneFiles files();

    /** What the store holds under an asset that the files returned. */
    protected abstract String read(Asset asset);

    @Test
    public void both_files_lie_in_the_folder_of_the_job() {
        SceneFiles.Written written = files().write(JOB, request(), scenes("one", "two"), null);

        assertThat(written.markdown().path()).isEqualTo("scenes/" + JOB + "/scenes.md");
        assertThat(written.json().path()).isEqualTo("scenes/" + JOB + "/scenes.json");
        assertThat(written.markdown().mediaType()).isEqualTo(MediaType.MARKDOWN);
        assertThat(written.json().mediaType()).isEqualTo(MediaType.JSON);
    }

    @Test
    public void both_files_hold_every_scene_in_order() {
        SceneFiles.Written written =
                files().write(JOB, request(), scenes("the first \"quoted\" one", "zwei: déjà vu 🎬"), null);

        assertThat(read(written.markdown())).containsSubsequence("the first \"quoted\" one", "zwei: déjà vu 🎬");
        assertThat(read(written.json())).containsSubsequence("the first \\\"quoted\\\" one", "zwei: déjà vu 🎬");
    }

    @Test
    public void writing_a_job_again_gives_the_files_of_the_first_time() {
        SceneFiles files = files();
        SceneFiles.Written first = files.write(JOB, request(), scenes("one"), null);

        assertThat(files.write(JOB, request(), scenes("other"), null)).isEqualTo(first);
        assertThat(read(first.json())).contains("one").doesNotContain("other");
    }

    @Test
    public void both_files_expire_when_they_are_told_to() {
        Instant time = Instant.parse("2026-07-01T12:00:00Z");

        SceneFiles.Written written = files().write(JOB, request(), scenes("one"), time);

        assertThat(written.markdown().expiresAt()).isEqualTo(time);
        assertThat(written.json().expiresAt()).isEqualTo(time);
    }

    private static List<Scene> scenes(String... descriptions) {
        return List.of(descriptions).stream()
                .map(d -> new Scene(d, "not " + d.length()))
                .toList();
    }

    private static SceneRequest request() {
        return new SceneRequest(
                new Model("m"), "an idea", "a robot", "curious", 2, "video", "bright", "front", null, "prompt");
    }
}

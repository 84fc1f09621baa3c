package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.Prompts;
import dev.mvstudio.application.request.Violations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MV_CONFIG_DIR replaces, and what flavors inherit. */
class FolderAndFlavorsTest {
    @TempDir
    Path root;

    private static Flavor flavor(StudioConfiguration configuration, String name) {
        Violations violations = new Violations();
        Flavors flavors = configuration.flavors();
        Flavor flavor = flavors.choose(name, violations);
        violations.check();
        return flavor;
    }

    @Test
    void a_file_of_the_folder_replaces_the_default_of_the_same_name_and_no_other() {
        StudioConfiguration configuration = new Folder(root)
                .own("settings.yaml", Folder.SETTINGS.replace("8000", "8080"))
                .own("prompts/video_rules.yaml", "template: Keep it short.")
                .read();
        assertThat(configuration.settings().server().port()).isEqualTo(8080);
        Prompts prompts = flavor(configuration, "default").prompts();
        assertThat(prompts.videoRules()).hasToString("Keep it short.");
        assertThat(prompts.scenes().placeholders()).isEqualTo(Prompts.SCENES_PLACEHOLDERS);
        assertThat(configuration.backends()).hasSize(5);
    }

    @Test
    void hidden_files_and_leftovers_of_editors_are_passed_over() {
        Folder folder = new Folder(root)
                .own(".git/config", "x")
                .own("settings.yaml~", "x")
                .own(".settings.yaml.swp", "x");
        assertThat(folder.faults()).isEmpty();
    }

    @Test
    void a_folder_can_add_a_flavor() {
        StudioConfiguration configuration = new Folder(root)
                .own("flavors/mine/flavor.yaml", "description: My own.")
                .own("flavors/mine/parameters.yaml", "video:\n  duration: 5\n")
                .read();
        Flavor mine = flavor(configuration, "mine");
        Flavor standard = flavor(configuration, "default");
        assertThat(mine.description()).isEqualTo("My own.");
        assertThat(mine.video().duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mine.video().aspectRatio()).isEqualTo(standard.video().aspectRatio());
        assertThat(mine.scenes()).isEqualTo(standard.scenes());
        assertThat(mine.film()).isEqualTo(standard.film());
        assertThat(mine.prompts()).isEqualTo(standard.prompts());
    }

    @Test
    void a_flavor_inherits_what_it_does_not_say_and_keeps_what_it_says() {
        StudioConfiguration configuration = new Folder(root)
                .variable("MV_VIDEO_DURATION", "5")
                .variable("MV_VIDEO_RESOLUTION", "1080p")
                .read();
        assertThat(flavor(configuration, "noir").video().duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(flavor(configuration, "documentary").video().duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(flavor(configuration, "documentary").video().resolution()).hasToString("1080p");
    }

    @Test
    void a_flavor_can_take_a_default_away() {
        StudioConfiguration configuration = new Folder(root)
                .own("flavors/noir/parameters.yaml", "character: {person_generation: null}")
                .read();
        assertThat(flavor(configuration, "noir").character().personGeneration()).isNull();
        assertThat(flavor(configuration, "noir").character().safetyFilterLevel())
                .isNotNull();
    }

    @Test
    void a_flavor_may_replace_one_prompt() {
        StudioConfiguration configuration = new Folder(root).read();
        Prompts standard = flavor(configuration, "default").prompts();
        Prompts noir = flavor(configuration, "noir").prompts();
        assertThat(noir.videoRules().toString()).contains("film noir");
        assertThat(noir.scenes()).isEqualTo(standard.scenes());
        assertThat(noir.characterReference()).isEqualTo(standard.characterReference());
    }

    @Test
    void the_shipped_rules_name_the_shape_and_the_length() {
        new Folder(root)
                .read()
                .flavors()
                .all()
                .forEach(flavor -> assertThat(flavor.prompts().videoRules().placeholders())
                        .as(flavor.name())
                        .isEqualTo(Set.of("aspect_ratio", "duration")));
    }
}

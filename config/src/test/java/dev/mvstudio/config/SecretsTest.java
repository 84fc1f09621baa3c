package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.domain.provider.BackendSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials come from variables, and nothing prints them. */
class SecretsTest {
    private static final String CANARY = "r8_canary0123456789";

    @TempDir
    Path root;

    private static BackendSettings replicate(StudioConfiguration configuration) {
        return configuration.backends().get(0);
    }

    @Test
    void nothing_that_can_be_reached_prints_a_credential() {
        Folder folder = new Folder(root)
                .variable("REPLICATE_API_TOKEN", CANARY)
                .file(".env", "GEMINI_API_KEY=" + CANARY + "\nMV_UNKNOWN=" + CANARY + "\n");
        StudioConfiguration configuration = folder.read();
        assertThat(replicate(configuration).credential()).isNotNull();
        assertThat(configuration.toString())
                .doesNotContain(CANARY)
                .contains("replicate", "REPLICATE_API_TOKEN", "***", "MV_UNKNOWN");
        assertThat(folder.launch().toString()).doesNotContain(CANARY);
    }

    @Test
    void the_database_is_told_without_being_printed() {
        StudioConfiguration configuration = new Folder(root)
                .variable("MV_DATABASE_URL", "jdbc:postgresql://db/mv?password=" + CANARY)
                .variable("MV_DATABASE_USER", "mv")
                .variable("MV_DATABASE_PASSWORD", CANARY)
                .read();
        Settings.Database database = configuration.settings().database();
        assertThat(database.url().reveal()).endsWith(CANARY);
        assertThat(database.user()).isEqualTo("mv");
        assertThat(database.password().reveal()).isEqualTo(CANARY);
        assertThat(configuration.settings().jobs().doubt()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.toString()).doesNotContain(CANARY);
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void the_password_of_the_database_has_no_place_in_a_file() {
        Folder folder = new Folder(root).own("settings.yaml", Folder.SETTINGS + "database_password: " + CANARY + "\n");
        assertThat(folder.faults())
                .singleElement()
                .asString()
                .contains("database_password: is unknown")
                .doesNotContain(CANARY);
    }

    @Test
    void a_secret_in_the_wrong_place_is_not_shown_in_the_fault() {
        Folder folder = new Folder(root).own("backends.yaml", "replicate: {credentials: [" + CANARY + "], video: []}");
        assertThat(folder.faults()).hasSize(1).first().asString().doesNotContain(CANARY);
    }

    @Test
    void the_first_variable_that_is_set_holds_the_credential() {
        assertThat(replicate(new Folder(root)
                                .variable("REPLICATE_API_KEY", " b\n")
                                .read())
                        .credential()
                        .reveal())
                .isEqualTo("b");
        assertThat(replicate(new Folder(root)
                                .variable("REPLICATE_API_KEY", "b")
                                .variable("REPLICATE_API_TOKEN", "a")
                                .read())
                        .credential()
                        .reveal())
                .isEqualTo("a");
    }

    @Test
    void without_a_credential_a_backend_is_known_and_not_ready() {
        BackendSettings replicate =
                replicate(new Folder(root).variable("REPLICATE_API_TOKEN", " ").read());
        assertThat(replicate.hasCredentials()).isFalse();
        assertThat(replicate.credentialVariables()).containsExactly("REPLICATE_API_TOKEN", "REPLICATE_API_KEY");
    }

    @Test
    void an_empty_variable_of_the_process_hides_the_one_in_dot_env() {
        Folder folder = new Folder(root).file(".env", "REPLICATE_API_TOKEN=a").variable("REPLICATE_API_TOKEN", "");
        assertThat(replicate(folder.read()).hasCredentials()).isFalse();
    }
}

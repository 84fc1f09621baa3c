package dev.mvstudio.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.testkit.asset.NewAssets;
import dev.mvstudio.testkit.storage.FakeCloudStorage;
import io.micronaut.context.BeanContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirebaseProjectTest {
    private static final String BUCKET = "my-project-1a2b3.firebasestorage.app";

    @TempDir
    Path root;

    private Folder chosen() {
        return new Folder(root)
                .variable("MV_STORAGE", "firebase")
                .variable("MV_FIREBASE_PROJECT", "my-project-1a2b3")
                .variable("MV_FIREBASE_BUCKET", BUCKET);
    }

    private static void assertRefused(Folder folder, String... words) {
        assertThatExceptionOfType(BrokenConfigurationException.class)
                .isThrownBy(folder::read)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void files_are_kept_in_the_data_folder_unless_somebody_says_otherwise() {
        StudioConfiguration configuration =
                new Folder(root).variable("FIREBASE_PROJECT_ID", "p").read();

        assertThat(configuration.settings().firebase()).isNull();
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void files_are_kept_in_the_bucket_that_was_chosen() throws Exception {
        try (FakeCloudStorage fake = FakeCloudStorage.start(BUCKET)) {
            StudioConfiguration configuration = chosen().variable(
                            "FIREBASE_STORAGE_EMULATOR_HOST", fake.address().getAuthority())
                    .variable("FIRESTORE_EMULATOR_HOST", "127.0.0.1:1")
                    .read();
            try (BeanContext context = AdapterContext.open(configuration, Clock.systemUTC())) {
                AssetStore store = context.getBean(AssetStore.class);

                Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), "clip".getBytes(UTF_8));

                assertThat(fake.object(asset.path())).isPresent();
                assertThat(store.content(asset)).isInstanceOf(Content.Remote.class);
                assertThat(store.content(asset).bytes().open()).hasContent("clip");
                assertThat(context.getBean(SequenceRecords.class).getClass().getSimpleName())
                        .isEqualTo("FirestoreSequenceRecords");
                assertThat(context.getBeansOfType(Checkup.class))
                        .filteredOn(c -> c.subject().equals(Checkup.STORAGE))
                        .isNotEmpty()
                        .allSatisfy(c -> assertThat(c.faults()).isEmpty());
                assertThat(root.resolve("outputs/spool/firebase")).isDirectory();
            }
        }
    }

    @Test
    void project_and_bucket_are_not_guessed() {
        assertRefused(
                new Folder(root).variable("MV_STORAGE", "firebase").variable("FIREBASE_PROJECT_ID", "my-project"),
                "firebase_bucket (MV_FIREBASE_BUCKET): is missing");
        assertRefused(
                new Folder(root).variable("MV_STORAGE", "firebase"),
                "firebase_project (MV_FIREBASE_PROJECT): is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "MV_STORAGE, floppy, 'one of local, firebase'",
        "MV_FIREBASE_BUCKET, gs://b, without gs://",
        "MV_FIREBASE_DOCUMENT, movies, firebase_document",
        "GOOGLE_APPLICATION_CREDENTIALS, nowhere.json, there is no file",
        "FIREBASE_CLIENT_EMAIL, mv@p.iam.gserviceaccount.com, FIREBASE_PRIVATE_KEY",
        "MV_FIREBASE_SIGNED_URLS, 8 days, firebase_signed_urls",
        "MV_FIREBASE_SIGNED_URLS, 1 h, needs the key of a service account",
        "FIRESTORE_EMULATOR_HOST, 127.0.0.1:8080, either both are emulated or none is",
    })
    void what_is_wrong_is_told_before_anything_is_started(String variable, String value, String told) {
        assertRefused(chosen().variable(variable, value), told);
    }

    @Test
    void a_key_is_never_shown() {
        Folder folder = chosen().variable("FIREBASE_CLIENT_EMAIL", "mv@p.iam.gserviceaccount.com")
                .variable("FIREBASE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\\nS3CRET\\n-----END PRIVATE KEY-----");

        assertThat(folder.read().toString()).contains(BUCKET).doesNotContain("S3CRET");
    }

    /** In a process of its own, which writes down every class that it loads. */
    @Test
    void nothing_of_google_is_loaded_unless_it_is_chosen() throws Exception {
        Path log = root.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("out.log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(root.resolve("out.log")))
                .isZero();

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("dev.mvstudio.adapter.local.asset.LocalAssetStore"))
                .noneMatch(line -> line.contains(" com.google.") || line.contains(" io.grpc."));
    }

    /** Opens a studio as it is by default, and touches its store. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            StudioConfiguration configuration = new Folder(Path.of(arguments[0])).read();
            try (BeanContext context = AdapterContext.open(configuration, Clock.systemUTC())) {
                context.getBean(AssetStore.class).find(NewAssets.id());
                context.getBean(SequenceRecords.class);
                context.getBeansOfType(Checkup.class);
            }
        }
    }
}

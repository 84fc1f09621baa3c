package dev.mvstudio.adapter.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirebaseConfigurationTest {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\\nAbC/123+=\\n-----END PRIVATE KEY-----\\n";

    private static FirebaseConfiguration with(String project, String bucket, String document) {
        return new FirebaseConfiguration(
                project, bucket, new ServiceAccount.Nobody(), Hosts.GOOGLE, document, Timing.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "My-Project", "my project", "-my-project"})
    void a_project_has_an_id(String project) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(project, "bucket", FirebaseConfiguration.USUAL_DOCUMENT))
                .withMessageContaining("firebase_project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gs://bucket", "a/b", "Bucket", "https://example.org"})
    void a_bucket_has_a_name(String bucket) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("my-project", bucket, FirebaseConfiguration.USUAL_DOCUMENT))
                .withMessageContaining("firebase_bucket")
                .withMessageContaining("without gs://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "movies",
                "movies/one",
                "movies/{folder_id}/x",
                "{folder_id}/{folder_id}",
                "/movies/{folder_id}"
            })
    void a_document_has_a_collection_and_the_folder_once(String document) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("my-project", "bucket", document))
                .withMessageContaining("firebase_document");
    }

    @Test
    void a_document_may_lie_below_another() {
        assertThat(with("my-project", "bucket", "studios/one/movies/{folder_id}")
                        .documentOf("cliff-1"))
                .isEqualTo("studios/one/movies/cliff-1");
    }

    @Test
    void a_key_in_one_line_gets_its_lines_back_and_is_never_shown() {
        ServiceAccount.Key key = ServiceAccount.Key.of("mv@my-project.iam.gserviceaccount.com", "\"" + PEM + "\"");

        assertThat(key.privateKey().reveal().lines()).hasSize(3);
        assertThat(key.toString()).doesNotContain("AbC");
    }

    @Test
    void what_is_no_key_is_refused_without_showing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceAccount.Key.of("mv@my-project.iam.gserviceaccount.com", "S3CRET"))
                .withMessageContaining("FIREBASE_PRIVATE_KEY")
                .withMessageNotContaining("S3CRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceAccount.Key.of("somebody", PEM))
                .withMessageContaining("FIREBASE_CLIENT_EMAIL");
    }
}

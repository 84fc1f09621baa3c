package dev.mvstudio.adapter.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiExceptionFactory;
import com.google.auth.oauth2.GoogleCredentials;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.provider.Secret;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of Firestore before the first image is recorded. */
class FirestoreCheckupTest {
    private static final ServiceAccount SOMEBODY =
            new ServiceAccount.Key("mv@example.iam.gserviceaccount.com", new Secret("never read here"));

    private final AtomicLong nanos = new AtomicLong();
    private final List<FirestoreCalls> open = new ArrayList<>();
    private RefusingFirestore firestore;

    @BeforeEach
    void start() throws IOException {
        firestore = new RefusingFirestore();
    }

    @AfterEach
    void close() {
        open.forEach(FirestoreCalls::close);
        firestore.close();
    }

    /** Patient with whoever answers, and not longer than it must with whoever does not. */
    private static Timing timing(Duration patience, Duration rest) {
        Timing q = Rehearsal.QUICK;
        return new Timing(q.connect(), q.read(), patience, rest, q.pause(), q.longestPause());
    }

    private static FirebaseConfiguration configuration(String host) {
        return new FirebaseConfiguration(
                Rehearsal.PROJECT,
                Rehearsal.BUCKET,
                SOMEBODY,
                Hosts.emulated(null, host),
                FirebaseConfiguration.USUAL_DOCUMENT,
                timing(Duration.ofSeconds(20), Duration.ofNanos(1)));
    }

    private FirestoreCheckup checkup(String host) {
        return checkup(configuration(host));
    }

    private FirestoreCheckup checkup(FirebaseConfiguration configuration) {
        FirestoreCalls calls = new FirestoreCalls(configuration);
        open.add(calls);
        return new FirestoreCheckup(configuration, calls, nanos::get);
    }

    private String fault() {
        FirestoreCheckup checkup = checkup(firestore.host());
        assertThat(checkup.ofReach().faults()).isEmpty();
        assertThat(checkup.faults()).hasSize(1);
        return checkup.faults().get(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"NOT_FOUND", "FAILED_PRECONDITION"})
    void nothing_is_wrong_with_a_database_that_may_be_read_and_written(Status.Code ofNobodysDocument) {
        firestore.writing(ofNobodysDocument.toStatus());

        FirestoreCheckup checkup = checkup(firestore.host());

        assertThat(checkup.faults()).isEmpty();
        assertThat(checkup.ofReach().faults()).isEmpty();
        assertThat(checkup.subject()).isEqualTo("storage");
    }

    @Test
    void a_role_that_is_missing_or_a_wrong_project_is_said() {
        firestore.reading(Status.PERMISSION_DENIED.withDescription("Missing or insufficient permissions."));

        assertThat(fault())
                .contains(
                        Rehearsal.PROJECT,
                        "Cloud Datastore User",
                        "MV_FIREBASE_PROJECT",
                        "Missing or insufficient permissions.");
    }

    @Test
    void a_role_that_only_reads_is_said() {
        firestore.writing(Status.PERMISSION_DENIED);

        assertThat(fault()).contains("trying to write", "Cloud Datastore User");
    }

    @Test
    void a_project_without_a_database_is_said() {
        firestore.reading(Status.NOT_FOUND.withDescription(
                "The database (default) does not exist for project " + Rehearsal.PROJECT));

        assertThat(fault()).contains("has no Firestore database", "MV_FIREBASE_PROJECT", "console");
    }

    @Test
    void a_database_of_the_other_kind_is_said() {
        firestore.reading(Status.FAILED_PRECONDITION.withDescription(
                "The Cloud Firestore API is not available for Firestore in Datastore Mode database"));

        assertThat(fault()).contains("native mode", "Datastore Mode");
    }

    @Test
    void a_key_that_is_not_accepted_is_said() {
        firestore.reading(Status.UNAUTHENTICATED);

        assertThat(fault()).contains("the key of the service account is not accepted");
    }

    @Test
    void a_key_that_expired_looks_like_a_lost_network_and_is_none() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal()) {
            rehearsal.fake.withExpiredKey();
            byte[] account = rehearsal.fake.serviceAccount(Rehearsal.PROJECT).getBytes(StandardCharsets.UTF_8);
            GoogleCredentials expired = GoogleCredentials.fromStream(new ByteArrayInputStream(account))
                    .createScoped("https://www.googleapis.com/auth/cloud-platform");
            IOException signIn = catchThrowableOfType(IOException.class, expired::refresh);
            Exception failure = new ExecutionException(
                    ApiExceptionFactory.createException(signIn, GrpcStatusCode.of(Status.Code.UNAVAILABLE), true));

            assertThat(new FirestoreFailures(rehearsal.configuration()).of("recording", failure))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the key of the service account is not accepted");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_said_but_stops_nothing_else() {
        firestore.reading(Status.UNAVAILABLE);

        for (String host : List.of(firestore.host(), "127.0.0.1:1")) {
            FirestoreCheckup checkup = checkup(configuration(host).with(Rehearsal.QUICK));
            assertThat(checkup.faults()).isEmpty();
            assertThat(checkup.ofReach().subject()).isEqualTo("firestore");
            assertThat(checkup.ofReach().faults())
                    .singleElement()
                    .asString()
                    .contains("Firestore", "image sequences wait", "may connect");
        }
    }

    @Test
    void what_was_found_out_is_remembered_for_half_a_minute() {
        FirestoreCheckup checkup = checkup(firestore.host());
        checkup.faults();
        checkup.ofReach().faults();
        assertThat(firestore.asked()).isEqualTo(1);

        firestore.reading(Status.PERMISSION_DENIED);
        nanos.addAndGet(31_000_000_000L);

        assertThat(checkup.faults()).hasSize(1);
        assertThat(firestore.asked()).isEqualTo(2);
    }

    @Test
    void once_it_was_not_reached_nobody_else_waits_for_it() {
        Timing resting = timing(Duration.ofSeconds(3), Duration.ofHours(1));
        firestore.reading(Status.UNAVAILABLE);
        try (FirestoreSequenceRecords records =
                new FirestoreSequenceRecords(configuration(firestore.host()).with(resting))) {
            FolderId folder = new FolderId("cliff-1");
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> records.find(folder));
            int asked = firestore.asked();

            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> records.find(folder));

            assertThat(asked).as("tried again and again").isGreaterThan(1);
            assertThat(firestore.asked()).isEqualTo(asked);
        }
    }
}

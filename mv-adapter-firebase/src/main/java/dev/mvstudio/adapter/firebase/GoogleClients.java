package dev.mvstudio.adapter.firebase;

import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google's clients for a project. Each is made when it is first used, and connects when it is first asked something. */
final class GoogleClients implements AutoCloseable {
    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/cloud-platform");

    private final FirebaseConfiguration configuration;
    private @Nullable Storage storage;
    private @Nullable Storage look;
    private @Nullable Firestore firestore;

    GoogleClients(FirebaseConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws RefusedException when there are no usable credentials */
    synchronized Storage storage() {
        if (storage == null) {
            FirebaseConfiguration.Timing timing = configuration.timing();
            storage = storage(timing.read(), retries(timing));
        }
        return storage;
    }

    /**
     * The same, which asks once and does not wait long: to look whether there is an answer again.
     *
     * @throws RefusedException when there are no usable credentials
     */
    synchronized Storage look() {
        if (look == null) {
            FirebaseConfiguration.Timing timing = configuration.timing();
            look = storage(
                    timing.connect(),
                    retries(timing).toBuilder().setMaxAttempts(1).build());
        }
        return look;
    }

    private Storage storage(Duration read, RetrySettings retries) {
        StorageOptions.Builder options = StorageOptions.http()
                .setProjectId(configuration.project())
                .setCredentials(credentials())
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setConnectTimeout(
                                (int) configuration.timing().connect().toMillis())
                        .setReadTimeout((int) read.toMillis())
                        .build())
                .setRetrySettings(retries);
        if (configuration.hosts().storage() != null) {
            options.setHost(configuration.hosts().storage().toString());
        }
        return options.build().getService();
    }

    private static RetrySettings retries(FirebaseConfiguration.Timing timing) {
        Duration patience = timing.patience();
        return RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(smaller(Duration.ofMillis(250), patience.dividedBy(4)))
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(smaller(Duration.ofSeconds(4), patience))
                .setTotalTimeoutDuration(patience)
                .setMaxAttempts(6)
                .build();
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** @throws RefusedException when there are no usable credentials */
    synchronized Firestore firestore() {
        if (firestore == null) {
            FirestoreOptions.Builder options = FirestoreOptions.newBuilder().setProjectId(configuration.project());
            String emulator = configuration.hosts().firestore();
            if (emulator == null) {
                options.setCredentialsProvider(FixedCredentialsProvider.create(credentials()));
            } else {
                options.setEmulatorHost(emulator).setCredentials(new FirestoreOptions.EmulatorCredentials());
            }
            firestore = options.setRetrySettings(retries(configuration.timing()))
                    .build()
                    .getService();
        }
        return firestore;
    }

    private Credentials credentials() {
        try {
            return switch (configuration.account()) {
                case ServiceAccount.Nobody nobody -> NoCredentials.getInstance();
                case ServiceAccount.Ambient ambient ->
                    GoogleCredentials.getApplicationDefault().createScoped(SCOPES);
                case ServiceAccount.File file -> {
                    try (InputStream json = Files.newInputStream(file.json())) {
                        yield GoogleCredentials.fromStream(json).createScoped(SCOPES);
                    }
                }
                case ServiceAccount.Key key -> key(key);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(
                    "there are no usable credentials for Firebase: the service account cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private Credentials key(ServiceAccount.Key key) throws IOException {
        return ServiceAccountCredentials.newBuilder()
                .setProjectId(configuration.project())
                .setClientEmail(key.email())
                .setPrivateKeyString(key.privateKey().reveal())
                .setScopes(SCOPES)
                .build();
    }

    @Override
    public synchronized void close() {
        try {
            if (firestore != null) {
                firestore.shutdownNow();
            }
            if (storage != null) {
                storage.close();
            }
            if (look != null) {
                look.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("closing the client of Cloud Storage", e);
        }
    }
}

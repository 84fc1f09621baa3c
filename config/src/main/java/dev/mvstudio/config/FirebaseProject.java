package dev.mvstudio.config;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.adapter.firebase.ServiceAccount;
import dev.mvstudio.adapter.local.asset.LocalAssetStore;
import dev.mvstudio.application.Settings;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.domain.asset.AssetStore;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the adapter of Firebase is told, where files are to be kept there. */
final class FirebaseProject {
    private FirebaseProject() {}

    /** @throws IllegalArgumentException when something is missing or wrong; says what */
    static Optional<FirebaseConfiguration> of(Settings settings) {
        Settings.Firebase firebase = settings.firebase();
        return firebase == null ? Optional.empty() : Optional.of(of(firebase));
    }

    private static FirebaseConfiguration of(Settings.Firebase firebase) {
        check("firebase_project (MV_FIREBASE_PROJECT)", firebase.project());
        check("firebase_bucket (MV_FIREBASE_BUCKET)", firebase.bucket());
        Hosts hosts = hosts(firebase);
        return new FirebaseConfiguration(
                firebase.project(),
                firebase.bucket(),
                hosts.storage() == null ? account(firebase.account()) : new ServiceAccount.Nobody(),
                hosts,
                firebase.document(),
                Timing.USUAL,
                firebase.signedUrls());
    }

    private static void check(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": is missing; storage: firebase needs it, and it is not guessed");
        }
    }

    private static Hosts hosts(Settings.Firebase firebase) {
        String storage = firebase.storageEmulator();
        String firestore = firebase.firestoreEmulator();
        if (storage == null && firestore == null) {
            return Hosts.GOOGLE;
        }
        if (storage == null || firestore == null) {
            throw new IllegalArgumentException("FIREBASE_STORAGE_EMULATOR_HOST and FIRESTORE_EMULATOR_HOST:"
                    + " either both are emulated or none is");
        }
        if (!firestore.matches("[A-Za-z0-9._-]+:[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "FIRESTORE_EMULATOR_HOST: expected host and port such as 127.0.0.1:8080, found \"" + firestore
                            + "\"");
        }
        return Hosts.emulated(address(storage), firestore);
    }

    /** Google's tools write it with a scheme, Firebase's without. */
    private static URI address(String host) {
        String address = host.matches("https?://.*") ? host : "http://" + host;
        if (!address.matches("https?://[A-Za-z0-9._-]+(:[0-9]{1,5})?/?")) {
            throw new IllegalArgumentException(
                    "FIREBASE_STORAGE_EMULATOR_HOST: expected host and port such as 127.0.0.1:9199, found \"" + host
                            + "\"");
        }
        return URI.create(address.replaceAll("/$", ""));
    }

    private static ServiceAccount account(Settings.Account account) {
        Path file = account.file();
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(
                        "GOOGLE_APPLICATION_CREDENTIALS: there is no file that can be read at " + file);
            }
            return new ServiceAccount.File(file);
        }
        if (account.email() == null && account.privateKey() == null) {
            return new ServiceAccount.Ambient();
        }
        if (account.email() == null || account.privateKey() == null) {
            throw new IllegalArgumentException(
                    "FIREBASE_CLIENT_EMAIL and FIREBASE_PRIVATE_KEY: one is missing; both or none are needed");
        }
        return ServiceAccount.Key.of(account.email(), account.privateKey().reveal());
    }

    /** Finds out what the adapter would not accept, before anything is started. */
    static void check(Settings settings, Faults faults) {
        try {
            of(settings);
        } catch (IllegalArgumentException e) {
            faults.add(Place.of("settings.yaml"), String.valueOf(e.getMessage()));
        }
    }

    /** Tells the adapter, and gives it a place on this machine. The context was not started. */
    static void configure(BeanContext context, Settings settings) {
        of(settings).ifPresent(project -> {
            context.registerSingleton(FirebaseConfiguration.class, project);
            Path spool = settings.dataDir().resolve("spool").resolve("firebase");
            context.registerSingleton(
                    AssetStore.class, new LocalAssetStore(spool), Qualifiers.byName(FirebaseConfiguration.SPOOL));
        });
    }
}

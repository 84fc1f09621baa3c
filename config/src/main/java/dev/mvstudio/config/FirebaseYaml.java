package dev.mvstudio.config;

import dev.mvstudio.application.Settings;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Scalar;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the part of {@code settings.yaml} that says where files are kept, and the variables that are usual for Firebase. */
final class FirebaseYaml {
    private static final String LOCAL = "local";
    private static final String FIREBASE = "firebase";
    private static final String USUAL_DOCUMENT = "movies/{folder_id}";

    private final Variables variables;
    private final Path workingDirectory;

    FirebaseYaml(Variables variables, Path workingDirectory) {
        this.variables = variables;
        this.workingDirectory = workingDirectory;
    }

    /** Null where files are kept in the data folder. */
    Settings.@Nullable Firebase read(Section s) {
        String storage = s.find("storage", Form.oneOf(List.of(LOCAL, FIREBASE), Function.identity()));
        String project = s.find("firebase_project", Form.text());
        String bucket = s.find("firebase_bucket", Form.text());
        String document = s.find("firebase_document", Form.text());
        Duration signedUrls = s.find("firebase_signed_urls", Forms.longTime("1 s", "7 days"));
        Settings.Account account = account();
        Settings.Firebase firebase = new Settings.Firebase(
                said(project, "FIREBASE_PROJECT_ID"),
                said(bucket, "FIREBASE_STORAGE_BUCKET"),
                Objects.requireNonNullElse(document, USUAL_DOCUMENT),
                signedUrls,
                account,
                either("FIREBASE_STORAGE_EMULATOR_HOST", "STORAGE_EMULATOR_HOST"),
                find("FIRESTORE_EMULATOR_HOST"));
        return FIREBASE.equals(storage) ? firebase : null;
    }

    private Settings.Account account() {
        String file = find("GOOGLE_APPLICATION_CREDENTIALS");
        String email = find("FIREBASE_CLIENT_EMAIL");
        String key = find("FIREBASE_PRIVATE_KEY");
        return new Settings.Account(
                file == null ? null : workingDirectory.resolve(file), email, key == null ? null : new Secret(key));
    }

    private String said(@Nullable String setting, String variable) {
        String found = setting == null ? find(variable) : setting.strip();
        return found == null ? "" : found;
    }

    private @Nullable String either(String one, String other) {
        String found = find(one);
        return found == null ? find(other) : found;
    }

    private @Nullable String find(String name) {
        return variables.find(name).map(Scalar::text).map(String::strip).orElse(null);
    }
}

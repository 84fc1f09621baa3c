package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;

/** Who we are at Google. */
public sealed interface ServiceAccount {
    /** As the JSON file says that Google hands out. */
    record File(Path json) implements ServiceAccount {}

    /**
     * As these say.
     *
     * @param email its name
     * @param privateKey in PEM
     */
    record Key(String email, Secret privateKey) implements ServiceAccount {
        private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
        private static final String END = "-----END PRIVATE KEY-----";

        /**
         * Reads a key as it stands in a variable: in one line, with {@code \n} for the ends of its lines.
         *
         * @throws IllegalArgumentException when it is no key; it is not shown
         */
        public static Key of(String email, String privateKey) {
            String key = privateKey
                    .strip()
                    .replaceAll("^\"|\"$", "")
                    .replace("\\n", "\n")
                    .strip();
            if (!email.matches("[^@\\s]{1,100}@[^@\\s]{1,200}")) {
                throw new IllegalArgumentException(
                        "FIREBASE_CLIENT_EMAIL: expected the name of a service account, such as"
                                + " mv@my-project.iam.gserviceaccount.com");
            }
            if (!key.startsWith(BEGIN) || !key.endsWith(END)) {
                throw new IllegalArgumentException("FIREBASE_PRIVATE_KEY: expected a key that begins with \"" + BEGIN
                        + "\" and ends with \"" + END + "\"; what is there is not shown");
            }
            return new Key(email, new Secret(key + "\n"));
        }
    }

    /** As the machine says: on Google's own, or where {@code gcloud auth application-default login} was run. */
    record Ambient() implements ServiceAccount {}

    /** Nobody: emulators do not ask. */
    record Nobody() implements ServiceAccount {}
}

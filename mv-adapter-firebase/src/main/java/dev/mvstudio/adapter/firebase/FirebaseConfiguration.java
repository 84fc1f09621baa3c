package dev.mvstudio.adapter.firebase;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Firebase project. Nothing of it is derived from anything else: the bucket of a project has had different names over
 * the years.
 *
 * @param project its id, such as {@code my-project-1a2b3}
 * @param bucket where assets lie, such as {@code my-project-1a2b3.firebasestorage.app}
 * @param account who we are there
 * @param hosts where it is
 * @param document the document of an image sequence, such as <code>movies/{folder_id}</code>
 * @param timing how long things may take
 * @param signedFor how long an address holds that is given out, up to 7 days; null for addresses that stay
 */
public record FirebaseConfiguration(
        String project,
        String bucket,
        ServiceAccount account,
        Hosts hosts,
        String document,
        Timing timing,
        @Nullable Duration signedFor) {
    /** What stands for the folder of a sequence in the name of its document. */
    public static final String FOLDER_ID = "{folder_id}";

    /** The usual document of an image sequence. */
    public static final String USUAL_DOCUMENT = "movies/" + FOLDER_ID;

    /** The name of the bean that is a store on this machine, where assets wait. */
    public static final String SPOOL = "firebase-spool";

    private static final Duration LONGEST_SIGNATURE = Duration.ofDays(7);
    private static final String PROJECT = "[a-z][a-z0-9-]{4,28}[a-z0-9]";
    private static final String BUCKET = "[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]";
    private static final String STEP = "(?:[A-Za-z0-9_-]{1,100}|\\{folder_id})";

    /** @throws IllegalArgumentException when something is missing or wrong; says what */
    public FirebaseConfiguration {
        if (!project.matches(PROJECT)) {
            throw new IllegalArgumentException(
                    "firebase_project: expected the id of a project such as my-project-1a2b3, found \"" + project
                            + "\"");
        }
        if (!bucket.matches(BUCKET)) {
            throw new IllegalArgumentException("firebase_bucket: expected the name of a bucket such as " + project
                    + ".firebasestorage.app, without gs://, found \"" + bucket + "\"");
        }
        if (!document.matches(STEP + "/" + STEP + "(?:/" + STEP + "/" + STEP + "){0,3}")
                || document.split("\\{folder_id}", -1).length != 2) {
            throw new IllegalArgumentException("firebase_document: expected collection and document with " + FOLDER_ID
                    + " once, such as " + USUAL_DOCUMENT + ", found \"" + document + "\"");
        }
        checkSigning(account, signedFor);
    }

    private static void checkSigning(ServiceAccount account, @Nullable Duration signedFor) {
        if (signedFor == null) {
            return;
        }
        if (signedFor.toSeconds() < 1 || signedFor.compareTo(LONGEST_SIGNATURE) > 0) {
            throw new IllegalArgumentException("firebase_signed_urls: expected 1 second to 7 days, found " + signedFor);
        }
        if (account instanceof ServiceAccount.Ambient || account instanceof ServiceAccount.Nobody) {
            throw new IllegalArgumentException("firebase_signed_urls: needs the key of a service account to sign with,"
                    + " in GOOGLE_APPLICATION_CREDENTIALS or FIREBASE_PRIVATE_KEY; emulators sign nothing");
        }
    }

    /** With addresses that stay. */
    public FirebaseConfiguration(
            String project, String bucket, ServiceAccount account, Hosts hosts, String document, Timing timing) {
        this(project, bucket, account, hosts, document, timing, null);
    }

    /** With the usual document and timing. */
    public static FirebaseConfiguration of(String project, String bucket, ServiceAccount account, Hosts hosts) {
        return new FirebaseConfiguration(project, bucket, account, hosts, USUAL_DOCUMENT, Timing.USUAL);
    }

    /** The same, more or less patient. */
    public FirebaseConfiguration with(Timing other) {
        return new FirebaseConfiguration(project, bucket, account, hosts, document, other, signedFor);
    }

    /**
     * The same, whose files have no address that stays: those it gives out are signed, and end.
     *
     * @param time up to 7 days; null for addresses that stay
     * @throws IllegalArgumentException when it is too long, or there is no key to sign with
     */
    public FirebaseConfiguration signing(@Nullable Duration time) {
        return new FirebaseConfiguration(project, bucket, account, hosts, document, timing, time);
    }

    /** Where an image sequence is recorded. */
    String documentOf(String folder) {
        return document.replace(FOLDER_ID, folder);
    }

    /**
     * Where Firebase is.
     *
     * @param storage the API of Cloud Storage; null for Google's own
     * @param firestore host and port of an emulator of Firestore; null for Google's own
     * @param downloads where anybody downloads who has the token of a file
     */
    public record Hosts(@Nullable URI storage, @Nullable String firestore, URI downloads) {
        /** Google's. */
        public static final Hosts GOOGLE = new Hosts(null, null, URI.create("https://firebasestorage.googleapis.com"));

        /** An emulator of storage serves downloads as well. */
        public static Hosts emulated(@Nullable URI storage, @Nullable String firestore) {
            return new Hosts(storage, firestore, storage == null ? GOOGLE.downloads : storage);
        }
    }

    /**
     * How long things may take.
     *
     * @param connect until there is a connection
     * @param read between two bytes of an answer
     * @param patience until a call is given up that was tried again and again
     * @param rest after a call was given up, until Google is asked again; whoever comes earlier is told at once
     * @param pause until what could not be stored is tried again, at first; twice as long after each time
     * @param longestPause between two of these tries
     */
    public record Timing(
            Duration connect, Duration read, Duration patience, Duration rest, Duration pause, Duration longestPause) {
        public static final Timing USUAL = new Timing(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));

        /** The pause that follows this one. */
        Duration after(Duration one) {
            Duration twice = one.multipliedBy(2);
            return twice.compareTo(longestPause) > 0 ? longestPause : twice;
        }
    }
}

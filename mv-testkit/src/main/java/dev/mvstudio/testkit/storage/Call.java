package dev.mvstudio.testkit.storage;

/** What is asked of {@link FakeCloudStorage}. */
public enum Call {
    /** An object with all its bytes in one request: {@code uploadType=media} or {@code multipart}. */
    UPLOAD,
    /** A resumable upload is begun. */
    UPLOAD_BEGIN,
    /** Bytes of a resumable upload, or a question how many have arrived. */
    UPLOAD_PART,
    /** An object is described. */
    DESCRIBE,
    /** The bytes of an object. */
    READ,
    /** What is known of an object is changed. */
    PATCH,
    DELETE,
    LIST,
    /** A bucket is described, or asked what the caller may do there. */
    BUCKET,
    /** The host of Firebase: whoever has the token reads the object. */
    DOWNLOAD,
    /** A signed statement of a service account is exchanged for an access token. */
    SIGN_IN,
    /** A path that there is not. */
    OTHER
}

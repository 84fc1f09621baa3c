package dev.mvstudio.testkit.replicate;

/** What goes wrong with the delivery of one event. */
public enum WebhookFault {
    /** It is never sent. */
    LOST,
    /** It is sent twice, the same to the letter. */
    TWICE,
    /** The signature is that of another secret. */
    BADLY_SIGNED,
    /** There is no signature at all. */
    UNSIGNED,
    /** It is signed, but ten minutes old. */
    OLD
}

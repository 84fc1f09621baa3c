package dev.mvstudio.domain.provider;

import java.util.Map;

/** Understands what a provider sends by itself when a generation moves. Safe for use by many threads. */
public interface NoticeReceiver {
    Backend backend();

    /** Whether the provider is told where to send notices of generations that are started now. */
    boolean listens();

    /**
     * Checks that a message is of the provider's and recent, and reads it.
     *
     * @param headers by their names in lower case
     * @param body as it was received, byte for byte
     * @throws ForgedNoticeException when it is not, or cannot be read
     * @throws ProviderException when it cannot be checked now
     */
    Notice read(Map<String, String> headers, byte[] body);
}

package dev.mvstudio.application;

import java.net.URI;

/** Serves a studio over HTTP. Found by {@link java.util.ServiceLoader}; the mv-web module has it. */
public interface StudioServer {
    /**
     * Starts serving and returns once requests are answered.
     *
     * @throws IllegalStateException when it cannot, for example because the port is taken; the message says so
     */
    Running start(StudioConfiguration configuration);

    /** A server at work. */
    interface Running extends AutoCloseable {
        URI address();

        /** Lets running requests end within the configured time, then stops. */
        @Override
        void close();

        /** Returns when the server has stopped. */
        void await() throws InterruptedException;
    }
}

package dev.mvstudio.adapter.gemini;

import java.io.IOException;
import java.util.function.LongSupplier;

/** An account at the Gemini API. All that is made with it shares one of these. */
public final class GeminiClient implements AutoCloseable {
    private final Api api;

    /** Connects to nothing yet. */
    public GeminiClient(GeminiConfiguration configuration) {
        this(configuration, System::nanoTime);
    }

    GeminiClient(GeminiConfiguration configuration, LongSupplier nanoTime) {
        this.api = new Api(configuration, nanoTime);
    }

    Api api() {
        return api;
    }

    @Override
    public void close() throws IOException {
        api.close();
    }
}

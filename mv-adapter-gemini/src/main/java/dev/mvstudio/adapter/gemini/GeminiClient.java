package dev.mvstudio.adapter.gemini;

import java.io.IOException;
import java.time.Clock;
import java.util.function.LongSupplier;

/** An account at the Gemini API. All that is made with it shares one of these. */
public final class GeminiClient implements AutoCloseable {
    /** There is one account. */
    static final String ACCOUNT = "default";

    private final Api api;
    private final Outputs outputs;

    /** Connects to nothing yet. */
    public GeminiClient(GeminiConfiguration configuration, Clock clock) {
        this(configuration, clock, System::nanoTime);
    }

    GeminiClient(GeminiConfiguration configuration, Clock clock, LongSupplier nanoTime) {
        this.api = new Api(configuration, nanoTime);
        this.outputs = new Outputs(api, clock);
    }

    Api api() {
        return api;
    }

    Outputs outputs() {
        return outputs;
    }

    @Override
    public void close() throws IOException {
        api.close();
        outputs.close();
    }
}

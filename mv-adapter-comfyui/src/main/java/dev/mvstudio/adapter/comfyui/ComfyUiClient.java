package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The ComfyUI servers. All that is made with them shares one of these. */
public final class ComfyUiClient implements AutoCloseable {
    /** How long a server may be silent in the middle of a download. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ComfyUiConfiguration configuration;
    private final Refusals refusals;
    private final Wire wire;
    private final Wire downloads = Wire.single(IDLE, IDLE);
    private final Progress progress;
    private final Pool pool;
    private final OutputFiles files;
    private final Prompts prompts;
    private final Submissions submissions;

    /**
     * Connects to nothing yet.
     *
     * @param random draws seeds
     */
    public ComfyUiClient(ComfyUiConfiguration configuration, RandomGenerator random) {
        this(configuration, random, System::nanoTime);
    }

    ComfyUiClient(ComfyUiConfiguration configuration, RandomGenerator random, LongSupplier nanoTime) {
        this.configuration = configuration;
        this.refusals = new Refusals(configuration.backend(), configuration.variable());
        this.wire = Wire.single(configuration.timeout(), configuration.timeout());
        this.progress = new Progress(new UUID(random.nextLong(), random.nextLong()).toString(), nanoTime);
        this.pool = new Pool(
                configuration.servers().stream()
                        .map(address -> new Server(address, wire, refusals, configuration.timeout()))
                        .toList(),
                refusals,
                nanoTime);
        this.files = new OutputFiles(configuration, refusals, pool, downloads);
        this.prompts = new Prompts(refusals, pool, progress, new Outcomes(refusals, files), nanoTime);
        this.submissions = new Submissions(refusals, pool, progress, prompts, () -> random.nextLong(Long.MAX_VALUE));
    }

    ComfyUiConfiguration configuration() {
        return configuration;
    }

    Pool pool() {
        return pool;
    }

    Prompts prompts() {
        return prompts;
    }

    Submissions submissions() {
        return submissions;
    }

    Orders orders() {
        return new Orders(configuration, refusals);
    }

    InputStream open(Output output) throws IOException {
        return files.open(output);
    }

    /** What would be queued, at whichever server is the least busy one then. */
    ProviderCall describe(Order order) {
        Map<Slot, String> images = new EnumMap<>(Slot.class);
        order.images().forEach((slot, image) -> images.put(slot, image.toString()));
        String target = String.join(
                " or ",
                configuration.servers().stream()
                        .map(server -> server + "/prompt")
                        .toList());
        return new ProviderCall("POST", target, order.body(images, "drawn by lot"));
    }

    @Override
    public void close() throws IOException {
        progress.close();
        wire.close();
        downloads.close();
    }
}

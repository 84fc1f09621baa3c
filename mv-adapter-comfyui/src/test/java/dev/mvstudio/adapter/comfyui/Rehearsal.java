package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.comfyui.Version;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** Two fakes, a client of both, and a clock that stands still until it is put forward. */
abstract class Rehearsal {
    static final ImageRequest PLAIN = ImageRequests.plain(Servers.SD35);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final FakeComfyUi first = FakeComfyUi.start();
    final FakeComfyUi second = FakeComfyUi.start(Version.V0_3_64);
    final AtomicLong nanos = new AtomicLong();
    private final List<ComfyUiClient> clients = new ArrayList<>();

    /** A client of these. */
    ComfyUiClient client(FakeComfyUi... fakes) {
        String addresses =
                List.of(fakes).stream().map(fake -> fake.address().toString()).collect(Collectors.joining(","));
        ComfyUiClient client = new ComfyUiClient(Servers.configuration(addresses), new Random(7), nanos::get);
        clients.add(client);
        return client;
    }

    ComfyUiImageModel images(FakeComfyUi... fakes) {
        return new ComfyUiImageModel(client(fakes));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    static SubmissionKey key(int number) {
        return new SubmissionKey("job-" + number);
    }

    /** The plain request with these besides. */
    static ImageRequest with(Sampling sampling, ReferenceImage... images) {
        return new ImageRequest(
                PLAIN.model(),
                PLAIN.subject(),
                PLAIN.prompt(),
                PLAIN.negativePrompt(),
                PLAIN.aspectRatio(),
                1,
                PLAIN.format(),
                PLAIN.seed(),
                null,
                null,
                List.of(images),
                sampling);
    }

    static Ticket started(ComfyUiImageModel model, SubmissionKey key) {
        return ((Start.Running) model.start(PLAIN, key)).ticket();
    }

    static Status settled(ComfyUiImageModel model, Ticket ticket) {
        return Settling.settle(model, ticket, PATIENCE);
    }

    static byte[] bytes(ComfyUiImageModel model, Output output) throws IOException {
        try (InputStream in = model.open(output)) {
            return in.readAllBytes();
        }
    }

    /** What a call is refused with. */
    static ProviderError refusal(Runnable call) {
        return catchThrowableOfType(ProviderException.class, call::run).error();
    }

    static void eventually(BooleanSupplier condition) {
        Settling.until(condition, PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        for (ComfyUiClient client : clients) {
            client.close();
        }
        first.close();
        second.close();
    }
}

package dev.mvstudio.adapter.local.preview.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.film.TestFfmpeg;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.provider.Settling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of clips when the process ends, and an hour later. */
class PreviewVideoRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private PreviewVideoModel clips;

    @BeforeEach
    void open() {
        clips = open(Clock.systemUTC());
    }

    private PreviewVideoModel open(Clock clock) {
        return new PreviewVideoModel(TestFfmpeg.get(), folder, 1, Duration.ofMinutes(2), clock);
    }

    @AfterEach
    void close() {
        clips.close();
    }

    private Ticket started(Requests request, String key) {
        return ((Start.Running) clips.start(request.build(), new SubmissionKey(key))).ticket();
    }

    private Search found(String key) {
        return clips.find(Requests.small().build(), new SubmissionKey(key), Instant.EPOCH);
    }

    private static Requests endless() {
        return Requests.small().seconds(60).lines(720);
    }

    @Test
    void closing_is_quick_and_an_interrupted_clip_is_made_again() throws IOException {
        Ticket ticket = started(Requests.small().seconds(40), "a");
        Settling.until(() -> clips.status(ticket) instanceof Status.Running, PATIENCE);

        long before = System.nanoTime();
        clips.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(files(ticket)).containsExactly("request.properties");

        clips = open(Clock.systemUTC());
        assertThat(found("a")).isEqualTo(new Search.Found(ticket));
        assertThat(Settling.settle(clips, ticket, PATIENCE)).isInstanceOf(Status.Finished.class);
    }

    @Test
    void what_is_over_stays_so_after_a_restart() {
        Ticket finished = started(Requests.small(), "a");
        Settling.settle(clips, finished, PATIENCE);
        Ticket canceled = started(endless(), "b");
        clips.cancel(canceled);
        Status first = clips.status(finished);
        clips.close();

        clips = open(Clock.systemUTC());

        assertThat(clips.status(finished)).isEqualTo(first);
        assertThat(clips.status(canceled)).isEqualTo(new Status.Canceled());
    }

    @Test
    void a_closed_model_promises_nothing() {
        Ticket ticket = started(endless(), "b");
        clips.close();

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> clips.status(ticket));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void outputs_and_tickets_vanish_after_an_hour() {
        Ticket old = started(Requests.small(), "a");
        Output output = Settling.outputs(Settling.settle(clips, old, PATIENCE)).get(0);
        clips.close();

        clips = open(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)));

        ProviderException gone = catchThrowableOfType(ProviderException.class, () -> clips.open(output));
        ProviderException unknown = catchThrowableOfType(ProviderException.class, () -> clips.status(old));
        assertThat(gone.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
        assertThat(unknown.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(found(old.id())).isEqualTo(new Search.Absent());
    }

    private List<String> files(Ticket ticket) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(ticket.id()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

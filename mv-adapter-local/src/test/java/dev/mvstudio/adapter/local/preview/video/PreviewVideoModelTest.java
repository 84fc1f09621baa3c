package dev.mvstudio.adapter.local.preview.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.film.TestFfmpeg;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.video.VideoModelContract;
import dev.mvstudio.testkit.video.VideoRequests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewVideoModelTest extends VideoModelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private PreviewVideoModel clips;

    @BeforeEach
    void open() {
        clips = new PreviewVideoModel(TestFfmpeg.get(), folder, 1, Duration.ofMinutes(2), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        clips.close();
    }

    @Override
    protected VideoModel generator() {
        return clips;
    }

    @Override
    protected Model model() {
        return PreviewVideoModel.MODEL;
    }

    @Override
    protected VideoRequest plain() {
        return Requests.small().build();
    }

    @Override
    protected Duration patience() {
        return PATIENCE;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Set.of(
                Parameter.SEED,
                Parameter.ASPECT_RATIO,
                Parameter.DURATION,
                Parameter.RESOLUTION,
                Parameter.GENERATE_AUDIO,
                Parameter.REFERENCE_IMAGE);
    }

    @Override
    protected URI vanished() {
        return URI.create("preview:long-gone/clip.mp4");
    }

    private Ticket started(Requests request) {
        return started(request, newKey());
    }

    private Ticket started(Requests request, SubmissionKey key) {
        return ((Start.Running) clips.start(request.build(), key)).ticket();
    }

    private static Requests endless() {
        return Requests.small().seconds(60).lines(720);
    }

    private void awaitBegun(Ticket ticket) {
        Settling.until(() -> clips.status(ticket) instanceof Status.Running, PATIENCE);
    }

    @Test
    void a_start_returns_before_the_clip_is_made_and_progress_is_told() {
        Ticket ticket = started(endless());

        Settling.until(() -> clips.status(ticket) instanceof Status.Running r && r.progress() > 0, PATIENCE);

        assertThat(((Status.Running) clips.status(ticket)).progress()).isBetween(0.0, 1.0);
    }

    @Test
    void what_waits_knows_its_position() {
        awaitBegun(started(endless()));
        Ticket first = started(endless());
        Ticket second = started(endless());

        assertThat(clips.status(first)).isEqualTo(new Status.Pending(0, null));
        assertThat(clips.status(second)).isEqualTo(new Status.Pending(1, null));
    }

    @Test
    void canceling_ends_the_work_and_makes_room_for_the_next() throws IOException {
        Ticket running = started(endless());
        Ticket waiting = started(endless());
        Ticket last = started(Requests.small());
        awaitBegun(running);

        clips.cancel(running);
        clips.cancel(waiting);

        assertThat(clips.status(running)).isEqualTo(new Status.Canceled());
        assertThat(clips.status(waiting)).isEqualTo(new Status.Canceled());
        assertThat(Settling.settle(clips, last, PATIENCE)).isInstanceOf(Status.Finished.class);
        assertThat(files(running)).containsExactlyInAnyOrder("canceled.txt", "request.properties");
    }

    private List<String> files(Ticket ticket) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(ticket.id()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void the_same_key_never_starts_two_clips() {
        SubmissionKey key = newKey();
        Ticket ticket = started(Requests.small(), key);
        Status first = Settling.settle(clips, ticket, PATIENCE);

        assertThat(started(Requests.small().seconds(2), key)).isEqualTo(ticket);
        assertThat(clips.status(ticket)).isEqualTo(first);
    }

    @Test
    void a_damaged_reference_fails_for_good() {
        byte[] garbage = "not a picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Ticket ticket = started(Requests.small().reference(VideoRequests.reference(garbage, MediaType.PNG)));

        Status.Failed failed = (Status.Failed) Settling.settle(clips, ticket, PATIENCE);

        assertThat(failed.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(failed.error().details()).contains("reference image");
    }

    @Test
    void many_starts_at_once_are_all_made() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tickets.add(started(Requests.small().seed((long) i)));
        }

        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(Settling.settle(clips, ticket, PATIENCE)).isInstanceOf(Status.Finished.class));
    }

    @Test
    void what_it_cannot_make_is_refused() {
        VideoRequest foreign = VideoRequests.plain(new Model("veo"));

        assertThat(refusal(foreign)).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(Requests.small().seconds(61).build())).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(Requests.small().seconds(0).build())).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(Requests.small().lines(4320).build())).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
    }

    private ErrorCode refusal(VideoRequest request) {
        return catchThrowableOfType(ProviderException.class, () -> clips.start(request, newKey()))
                .error()
                .code();
    }

    @Test
    void a_ticket_leads_nowhere_else() throws IOException {
        Files.createDirectories(folder.resolveSibling("elsewhere"));
        Ticket ticket = new Ticket(clips.backend(), "local", model(), "../elsewhere");

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> clips.status(ticket));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
    }
}

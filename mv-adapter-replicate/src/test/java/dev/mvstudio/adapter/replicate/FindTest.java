package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Fault;
import dev.mvstudio.testkit.replicate.Outcome;
import dev.mvstudio.testkit.video.VideoRequests;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindTest extends Rehearsal {
    private final Instant since = Instant.now();

    private Search find(VideoRequest request) {
        return clips().find(request, key(), since);
    }

    private static VideoRequest with(Parameter parameter) {
        return VideoRequests.with(plain(Account.VEO), parameter);
    }

    private static VideoRequest large(int bytes) {
        return plain(Account.VEO).with("", List.of(VideoRequests.reference(new byte[bytes], MediaType.PNG)));
    }

    @Test
    void a_lost_answer_is_found_by_its_key_where_notices_are_sent() {
        reachableAt(PUBLIC);
        SubmissionKey key = key();
        start(clips(), plain(Account.VEO));
        fake.faults().once(Fault.lost(), Call.CREATE);
        assertThat(code(() -> clips().start(plain(Account.VEO), key))).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        start(clips(), plain(Account.VEO));

        assertThat(clips().find(plain(Account.VEO), key, since))
                .isEqualTo(new Search.Found(new Ticket(
                        Account.REPLICATE,
                        "default",
                        Account.VEO,
                        fake.ledger().created().get(1).id())));
    }

    @Test
    void where_notices_are_sent_what_has_other_keys_is_not_it() {
        reachableAt(PUBLIC);
        start(clips(), plain(Account.VEO));

        assertThat(find(plain(Account.VEO))).isEqualTo(new Search.Absent());
    }

    @Test
    void a_key_is_found_even_if_the_server_is_reached_otherwise_now() {
        reachableAt(PUBLIC);
        SubmissionKey key = key();
        clips().start(plain(Account.VEO), key);
        with(Map.of());

        assertThat(clips().find(plain(Account.VEO), key, since)).isInstanceOf(Search.Found.class);
    }

    @Test
    void without_notices_all_that_are_alike_are_told_the_oldest_first() {
        Ticket first = start(clips(), plain(Account.VEO));
        start(clips(), with(Parameter.SEED));
        Ticket second = start(clips(), plain(Account.VEO));

        assertThat(find(plain(Account.VEO))).isEqualTo(new Search.Alike(List.of(first, second)));
    }

    @Test
    void what_came_to_nothing_before_is_the_last_to_be_taken_for_it() {
        fake.outcomes().once(Outcome.interrupted());
        Ticket broken = start(clips(), plain(Account.VEO));
        Settling.settle(clips(), broken, Duration.ofSeconds(20));
        Ticket running = start(clips(), plain(Account.VEO));

        assertThat(find(plain(Account.VEO))).isEqualTo(new Search.Alike(List.of(running, broken)));
    }

    @Test
    void without_anything_alike_nothing_was_started() {
        start(clips(), with(Parameter.SEED));
        start(clips(), plain(Account.VEO_FAST));
        start(images(), ImageRequests.plain(Account.FLUX));

        assertThat(find(plain(Account.VEO))).isEqualTo(new Search.Absent());
    }

    @Test
    void a_deployment_and_a_pinned_version_are_told_from_others() {
        Ticket deployed = start(clips(), plain(Account.DEPLOYED));
        Ticket pinned = start(images(), ImageRequests.plain(Account.PINNED));

        assertThat(find(plain(Account.DEPLOYED))).isEqualTo(new Search.Alike(List.of(deployed)));
        assertThat(images().find(ImageRequests.plain(Account.PINNED), key(), since))
                .isEqualTo(new Search.Alike(List.of(pinned)));
    }

    @Test
    void pictures_count_as_the_same_however_they_were_handed_in() {
        Ticket ticket = start(clips(), large(300_000));
        assertThat(find(large(300_000))).isEqualTo(new Search.Alike(List.of(ticket)));
        assertThat(find(large(10))).isEqualTo(new Search.Alike(List.of(ticket)));
        assertThat(find(plain(Account.VEO))).isEqualTo(new Search.Absent());
        assertThat(fake.ledger().calls(Call.UPLOAD)).isEqualTo(1);
    }

    @Test
    void what_is_older_does_not_count() {
        start(clips(), plain(Account.VEO));

        assertThat(clips().find(plain(Account.VEO), key(), Instant.now().plusSeconds(120)))
                .isEqualTo(new Search.Absent());
    }

    @Test
    void the_list_is_read_to_its_end() {
        fake.pageSize(2);
        Ticket ticket = start(clips(), with(Parameter.NEGATIVE_PROMPT));
        for (int i = 0; i < 6; i++) {
            start(clips(), plain(Account.VEO));
        }

        assertThat(find(with(Parameter.NEGATIVE_PROMPT))).isEqualTo(new Search.Alike(List.of(ticket)));
        assertThat(fake.ledger().calls(Call.LIST)).isBetween(4, 5);
    }

    @Test
    void what_lost_its_input_could_be_it() {
        fake.keeping(Duration.ZERO, Duration.ZERO);
        Ticket ticket = start(clips(), plain(Account.VEO));
        Settling.settle(clips(), ticket, Duration.ofSeconds(10));

        assertThat(find(plain(Account.VEO))).isInstanceOf(Search.Unknowable.class);
        assertThat(find(plain(Account.VEO_FAST))).isEqualTo(new Search.Absent());
    }

    @Test
    void a_question_that_fails_says_nothing() {
        fake.faults().once(Fault.garbled(), Call.LIST);
        assertThat(code(() -> find(plain(Account.VEO)))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        fake.faults().once(Fault.json(200, "{\"next\":null}"), Call.LIST);
        assertThat(code(() -> find(plain(Account.VEO)))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        fake.faults().once(Fault.json(200, "[]"), Call.LIST);
        assertThat(code(() -> find(plain(Account.VEO)))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
        fake.faults().once(Fault.internal(), Call.LIST);
        assertThat(code(() -> find(plain(Account.VEO)))).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void a_list_that_leads_elsewhere_is_not_followed() {
        fake.faults()
                .once(
                        Fault.json(200, "{\"next\":\"https://elsewhere.example/v1/predictions\",\"results\":[]}"),
                        Call.LIST);

        assertThat(code(() -> find(plain(Account.VEO)))).isEqualTo(ErrorCode.INVALID_PROVIDER_RESPONSE);
    }

    @Test
    void a_list_without_end_is_given_up() {
        fake.faults()
                .always(
                        Fault.json(200, "{\"next\":\"" + fake.api() + "/predictions?cursor=1\",\"results\":[]}"),
                        Call.LIST);

        assertThat(find(plain(Account.VEO))).isInstanceOf(Search.Unknowable.class);
        assertThat(fake.ledger().calls(Call.LIST)).isLessThanOrEqualTo(51);
    }

    @Test
    void a_clock_that_is_ahead_of_replicates_hides_nothing() throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        ReplicateConfiguration configuration =
                new ReplicateConfiguration(Account.settings(fake, Map.of()), null, Duration.ofMinutes(10), null);
        Ticket ticket = start(clips(), plain(Account.VEO));

        try (ReplicateClient client =
                new ReplicateClient(ReplicateSettings.of(configuration), ahead, System::nanoTime)) {
            assertThat(new ReplicateVideoModel(client).find(plain(Account.VEO), key(), ahead.instant()))
                    .isEqualTo(new Search.Alike(List.of(ticket)));
        }
    }
}

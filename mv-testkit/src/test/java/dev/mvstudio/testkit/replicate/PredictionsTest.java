package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.replicate.Caller.Heard;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTest extends Rehearsal {
    private static final String CHARACTERS =
            "fofr/consistent-character:9c77a3c2f884193fcee4d89645f02a0b9def9434f9e03cb98460456b831c8772";

    private final ManualClock clock = new ManualClock();

    private Heard show(Heard created) throws Exception {
        return caller.get("/predictions/" + created.at("/id"));
    }

    private void stopTime() {
        start(FakeReplicate.Setup.USUAL.clock(clock));
        fake.taking(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    @Test
    void a_prediction_goes_through_its_states_and_its_log_grows() throws Exception {
        stopTime();
        Heard created = caller.clip("");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/status")).isEqualTo("starting");
        assertThat(created.at("/version")).isEqualTo("hidden");
        assertThat(created.json().get("output").isNull()).isTrue();

        clock.pass(Duration.ofSeconds(2));
        assertThat(show(created).at("/status")).isEqualTo("processing");
        assertThat(show(created).json().has("started_at")).isTrue();
        clock.pass(Duration.ofSeconds(5));
        assertThat(show(created).at("/logs")).contains("40%").doesNotContain("60%");

        clock.pass(Duration.ofSeconds(5));
        Heard done = show(created);
        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.at("/logs")).endsWith("100%\n");
        assertThat(done.at("/metrics/predict_time")).isEqualTo("10.0");
        assertThat(done.at("/completed_at")).isEqualTo("2026-01-01T00:00:12Z");
        assertThat(done.at("/output")).startsWith(fake.delivery().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"black-forest-labs/flux-schnell", "black-forest-labs/flux-dev"})
    void official_models_can_be_named_as_a_version_and_some_give_an_array(String model) throws Exception {
        Heard done = caller.post(
                "/predictions",
                "{\"version\":\"" + model + "\",\"input\":{\"prompt\":\"p\",\"num_outputs\":3}}",
                "Prefer",
                "wait");

        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().get("output")).hasSize(3);
    }

    @Test
    void pinned_models_are_found_with_and_without_their_name() throws Exception {
        for (String version : new String[] {CHARACTERS, CHARACTERS.substring(CHARACTERS.indexOf(':') + 1)}) {
            Heard created = caller.post(
                    "/predictions", "{\"version\":\"" + version + "\",\"input\":{\"number_of_outputs\":2}}");
            assertThat(created.at("/model")).isEqualTo("fofr/consistent-character");
            assertThat(created.at("/version")).hasSize(64);
            assertThat(caller.settled(created).json().get("output")).hasSize(2);
        }
    }

    @Test
    void deployments_run_their_model_and_say_so() throws Exception {
        Heard created = caller.post("/deployments/acme/clips/predictions", "{\"input\":{\"prompt\":\"p\"}}");

        assertThat(created.at("/deployment")).isEqualTo("acme/clips");
        assertThat(created.at("/model")).isEqualTo("google/veo-3.1-fast");
    }

    @Test
    void whoever_waits_gets_the_output_at_once() throws Exception {
        Heard done = caller.clip("", "Prefer", "wait=10");

        assertThat(done.status()).isEqualTo(201);
        assertThat(done.at("/status")).isEqualTo("succeeded");
    }

    @Test
    void whoever_waits_in_vain_is_told_starting_though_it_runs() throws Exception {
        fake.taking(Duration.ofMillis(1), Duration.ofMinutes(5));
        Heard created = caller.clip("", "Prefer", "wait=1");

        assertThat(created.status()).isEqualTo(202);
        assertThat(created.at("/status")).isEqualTo("starting");
        assertThat(show(created).at("/status")).isEqualTo("processing");
    }

    @Test
    void a_wait_may_end_with_processing_and_yet_the_output() throws Exception {
        fake.showingProcessingWithOutput(true);
        Heard created = caller.clip("", "Prefer", "wait");

        assertThat(created.at("/status")).isEqualTo("processing");
        assertThat(created.at("/output")).startsWith("http");
        assertThat(show(created).at("/status")).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "5m, 300", "1h30m45s, 5445", "90, 90", "2h30m, 9000"})
    void a_deadline_is_counted_from_the_order(String header, int seconds) throws Exception {
        stopTime();
        Heard created = caller.clip("", "Cancel-After", header);

        assertThat(created.at("/deadline"))
                .isEqualTo(clock.instant().plusSeconds(seconds).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4s", "0m", "soon", "1d", "-5s"})
    void a_deadline_that_is_too_near_or_no_time_is_refused(String header) throws Exception {
        assertThat(caller.clip("", "Cancel-After", header).status()).isEqualTo(422);
    }

    @Test
    void at_its_deadline_it_is_canceled_when_it_runs_and_aborted_when_it_has_not_begun() throws Exception {
        stopTime();
        Heard running = caller.clip("", "Cancel-After", "6s");
        fake.taking(Duration.ofSeconds(60), Duration.ofSeconds(1));
        Heard waiting = caller.clip("", "Cancel-After", "6s");
        clock.pass(Duration.ofSeconds(6));

        assertThat(show(running).at("/status")).isEqualTo("canceled");
        assertThat(show(waiting).at("/status")).isEqualTo("aborted");
        assertThat(show(waiting).json().get("started_at").isNull()).isTrue();
        clock.pass(Duration.ofSeconds(60));
        assertThat(show(waiting).at("/status")).isEqualTo("aborted");
    }

    @Test
    void canceling_stops_what_runs_and_leaves_what_is_over() throws Exception {
        stopTime();
        Heard created = caller.clip("");
        clock.pass(Duration.ofSeconds(3));
        Heard canceled = caller.post("/predictions/" + created.at("/id") + "/cancel", "");
        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.at("/status")).isEqualTo("canceled");

        Heard done = caller.clip("");
        clock.pass(Duration.ofSeconds(12));
        caller.post("/predictions/" + done.at("/id") + "/cancel", "");
        assertThat(show(done).at("/status")).isEqualTo("succeeded");
        assertThat(show(created).at("/status")).isEqualTo("canceled");
    }

    @Test
    void data_are_removed_after_an_hour_and_files_as_well() throws Exception {
        stopTime();
        Heard created = caller.clip("");
        clock.pass(Duration.ofSeconds(12));
        String output = show(created).at("/output");
        assertThat(caller.download(output).statusCode()).isEqualTo(200);
        clock.pass(Duration.ofHours(1));

        JsonNode removed = show(created).json();
        assertThat(removed.get("data_removed").asBoolean()).isTrue();
        assertThat(removed.get("input")).isEmpty();
        assertThat(removed.get("output").isNull()).isTrue();
        assertThat(removed.get("logs").isNull()).isTrue();
        assertThat(removed.get("status").asText()).isEqualTo("succeeded");
        assertThat(caller.download(output).statusCode()).isEqualTo(404);
    }

    @Test
    void predictions_end_as_they_are_told() throws Exception {
        fake.outcomes()
                .once(Outcome.flagged())
                .once(Outcome.interrupted())
                .once(Outcome.empty())
                .once(Outcome.odd(Json.tree(List.of(List.of(1)))));

        Heard flagged = caller.clip("", "Prefer", "wait");
        assertThat(flagged.at("/status")).isEqualTo("failed");
        assertThat(flagged.at("/error")).endsWith("(E005)");
        assertThat(caller.clip("", "Prefer", "wait").at("/error")).contains("(code: PA)");
        Heard empty = caller.clip("", "Prefer", "wait");
        assertThat(empty.at("/status")).isEqualTo("succeeded");
        assertThat(empty.json().get("output").isNull()).isTrue();
        assertThat(caller.clip("", "Prefer", "wait").at("/output/0/0")).isEqualTo("1");
        assertThat(caller.clip("", "Prefer", "wait").at("/output")).startsWith("http");
    }

    @Test
    void hurry_finishes_what_is_under_way() throws Exception {
        fake.taking(Duration.ofHours(1));
        Heard created = caller.clip("");
        fake.hurry();

        assertThat(show(created).at("/status")).isEqualTo("succeeded");
    }

    @Test
    void lists_show_the_newest_first_page_by_page() throws Exception {
        stopTime();
        fake.pageSize(2);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, caller.clip("").at("/id"));
            clock.pass(Duration.ofSeconds(1));
        }
        Heard first = caller.get("/predictions");
        Heard second = caller.get(first.at("/next"));
        Heard third = caller.get(second.at("/next"));

        assertThat(first.json().get("previous").isNull()).isTrue();
        assertThat(third.json().get("next").isNull()).isTrue();
        assertThat(List.of(first.at("/results/0/id"), first.at("/results/1/id"), second.at("/results/0/id")))
                .isEqualTo(ids.subList(0, 3));
        assertThat(third.at("/results/0/id")).isEqualTo(ids.get(4));
        assertThat(caller.get(third.at("/previous")).text()).isEqualTo(second.text());
    }

    @Test
    void lists_can_be_narrowed_by_time() throws Exception {
        stopTime();
        caller.clip("");
        clock.pass(Duration.ofSeconds(10));
        String second = caller.clip("").at("/id");
        clock.pass(Duration.ofSeconds(10));
        caller.clip("");

        Heard found = caller.get("/predictions?created_after=2026-01-01T00:00:10Z&created_before=2026-01-01T00:00:20Z");
        assertThat(found.json().get("results")).hasSize(1);
        assertThat(found.at("/results/0/id")).isEqualTo(second);
        assertThat(caller.get("/predictions?created_after=yesterday").status()).isEqualTo(400);
        assertThat(caller.get("/predictions?source=web").json().get("results")).isEmpty();
    }
}

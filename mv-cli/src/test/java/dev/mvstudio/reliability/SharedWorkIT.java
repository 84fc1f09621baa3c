package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Answer;
import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.Json;
import dev.mvstudio.rig.Postgres;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL. */
class SharedWorkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int JOBS = 16;

    @TempDir
    Path folder;

    private FakeProvider provider;
    private Postgres postgres;
    private Installation installation;
    private ServerProcess a;
    private ServerProcess b;

    @BeforeEach
    void start() throws IOException {
        provider = FakeProvider.start(Behaviour.prompt().runningFor(Duration.ofSeconds(3)));
        postgres = Postgres.start();
        installation = Installation.create(folder, provider.address()).on(postgres.address());
        a = installation.start();
        b = installation.start();
    }

    @AfterEach
    void stop() throws IOException {
        a.close();
        b.close();
        postgres.close();
        provider.close();
    }

    /** Orders in turn from each of them. */
    private static List<String> ordered(Studio... studios) throws IOException {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            Answer answer = studios[i % studios.length].order(Order.clip("clip-" + i));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            jobs.add(answer.json().at("id").text());
        }
        return jobs;
    }

    private Set<String> workers() {
        Set<String> workers = new HashSet<>();
        provider.ledger().orders().forEach(made -> workers.add(made.by()));
        return workers;
    }

    private void assertMade(Studio studio, List<String> jobs) throws IOException {
        for (String id : jobs) {
            Json clip = studio.ended(id, PATIENCE);
            assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            assertThat(studio.get(clip.at("links").at("result").text()).isMp4()).isTrue();
        }
        assertThat(provider.ledger().orders()).hasSize(jobs.size());
        assertThat(provider.ledger().duplicates()).isEmpty();
    }

    @Test
    void both_work_and_each_tells_of_what_the_other_one_does() throws Exception {
        List<String> jobs = ordered(b.studio(), a.studio());
        List<CompletableFuture<List<String>>> listeners = jobs.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> eventsOf(a.studio(), id),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        Answer waited = a.studio().orderAndWait(Order.clip("clip-0"));

        assertThat(waited.status()).as(waited.toString()).isEqualTo(200);
        assertMade(a.studio(), jobs);
        assertThat(workers()).containsExactlyInAnyOrder(Long.toString(a.pid()), Long.toString(b.pid()));
        for (CompletableFuture<List<String>> listener : listeners) {
            assertThat(listener.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("result");
        }
    }

    /** The names of a job's events, to the last one. */
    private static List<String> eventsOf(Studio studio, String id) {
        List<String> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(studio.events(id), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    events.add(line.substring(6).strip());
                }
                if (events.contains("result") || events.contains("error")) {
                    return events;
                }
            }
        } catch (IOException e) {
            events.add(e.toString());
        }
        return events;
    }

    @Test
    void one_whose_shared_volume_is_missing_says_so_and_leaves_the_work_to_the_others() throws Exception {
        String elsewhere = folder.resolve("not-mounted").toString();
        try (ServerProcess apart = installation.with("MV_DATA_DIR", elsewhere).start()) {
            Answer answer = apart.studio().get("/health/readiness");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.json().at("error_code").text()).isEqualTo("STORAGE_NOT_SHARED");
            assertThat(a.studio().get("/health/readiness").status()).isEqualTo(200);
            assertThat(b.studio().get("/health/readiness").status()).isEqualTo(200);

            assertMade(b.studio(), ordered(apart.studio()));

            assertThat(workers()).isNotEmpty().doesNotContain(Long.toString(apart.pid()));
            assertThat(apart.log()).contains("This node does no work", "MV_DATA_DIR");
        }
    }

    @Test
    void what_a_killed_one_had_in_hand_is_finished_by_the_other_one() throws Exception {
        List<String> jobs = ordered(b.studio());
        Settling.until(() -> workers().contains(Long.toString(b.pid())), PATIENCE);

        b.kill();

        assertMade(a.studio(), jobs);
    }
}

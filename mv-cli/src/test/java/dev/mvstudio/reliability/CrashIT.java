package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.Json;
import dev.mvstudio.rig.KillRounds;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.rig.Summary;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} leaves. The long form is in mv-benchmarks. */
class CrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private FakeProvider provider;
    private Installation installation;

    @BeforeEach
    void start() throws IOException {
        provider = FakeProvider.start(Behaviour.prompt());
        installation = Installation.create(folder, provider.address());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void films_survive_kills_at_random_instants() throws Exception {
        provider.behave(
                Behaviour.prompt().answeringWithin(Duration.ofMillis(400)).runningFor(Duration.ofMillis(1200)));

        Summary summary = new KillRounds(
                        installation, provider.ledger(), new Random(1), Duration.ofSeconds(5), System.out::println)
                .run(5, PATIENCE);

        assertThat(summary.isClean()).as(summary.toString()).isTrue();
        assertThat(summary.films()).isEqualTo(4);
        assertThat(summary.orders()).isEqualTo(4 * 5);
    }

    @Test
    void what_was_accepted_while_nobody_listened_any_more_is_found_and_not_ordered_again() throws Exception {
        String job = killedBeforeTheAnswer();

        provider.behave(Behaviour.prompt());
        try (ServerProcess server = installation.start()) {
            Json clip = server.studio().ended(job, PATIENCE);

            assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            assertThat(clip.at("provider_job_id").text())
                    .isEqualTo(provider.ledger().orders().get(0).id());
            assertThat(server.studio().get(clip.at("links").at("result").text()).isMp4())
                    .isTrue();
        }
        assertThat(provider.ledger().orders()).hasSize(1);
    }

    @Test
    void where_the_provider_cannot_tell_a_person_decides() throws Exception {
        String job = killedBeforeTheAnswer();

        provider.behave(Behaviour.prompt().forgetful());
        try (ServerProcess server = installation.start()) {
            Json clip = server.studio().ended(job, PATIENCE);

            assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("failed");
            assertThat(clip.at("error").at("error_code").text()).isEqualTo("OUTCOME_UNKNOWN");
        }
        assertThat(provider.ledger().orders()).hasSize(1);
    }

    /** The job of a clip that the provider has accepted, and whose ticket died on the way. */
    private String killedBeforeTheAnswer() throws IOException {
        provider.behave(Behaviour.prompt().answeringWithin(Duration.ofDays(1)));
        try (ServerProcess server = installation.start()) {
            String job =
                    server.studio().order(Order.clip("once")).json().at("id").text();
            Settling.until(() -> provider.ledger().orders().size() == 1, PATIENCE);
            server.kill();
            return job;
        }
    }
}

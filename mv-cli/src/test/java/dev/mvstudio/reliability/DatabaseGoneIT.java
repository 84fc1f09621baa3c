package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Answer;
import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.Json;
import dev.mvstudio.rig.Postgres;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.rig.TcpProxy;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is gone for a while. */
class DatabaseGoneIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration OUTAGE = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    @Test
    void callers_are_told_to_come_back_and_nothing_is_lost() throws Exception {
        try (FakeProvider provider = FakeProvider.start(Behaviour.prompt().runningFor(Duration.ofSeconds(4)));
                Postgres postgres = Postgres.start();
                TcpProxy proxy = TcpProxy.before(postgres.port());
                ServerProcess server = Installation.create(folder, provider.address())
                        .on(postgres.through(proxy.port()))
                        .start()) {
            Studio studio = server.studio();
            List<String> jobs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                jobs.add(studio.order(Order.clip("clip-" + i)).json().at("id").text());
            }
            Settling.until(() -> !provider.ledger().orders().isEmpty(), PATIENCE);

            proxy.gone();
            assertUnavailable(studio.order(Order.clip("meanwhile")));
            assertUnavailable(studio.get("/api/mv/jobs/" + jobs.get(0)));
            server.await(OUTAGE);
            assertThat(server.isAlive()).isTrue();
            proxy.back();

            Settling.until(() -> accepted(studio, jobs), PATIENCE);
            for (String id : jobs) {
                Json clip = studio.ended(id, PATIENCE);
                assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            }
            assertThat(provider.ledger().orders()).hasSize(jobs.size());
            assertThat(provider.ledger().duplicates()).isEmpty();
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    /** What was refused is ordered again with the same key. */
    private static boolean accepted(Studio studio, List<String> jobs) {
        try {
            Answer answer = studio.order(Order.clip("meanwhile"));
            if (answer.status() == 202) {
                jobs.add(answer.json().at("id").text());
            }
            return answer.status() == 202;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Answer;
import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.Json;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What holds when many want something at once. */
class ManyCallersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void the_same_order_of_fifty_callers_at_once_is_one_job() throws Exception {
        try (FakeProvider provider = FakeProvider.start(Behaviour.prompt().runningFor(Duration.ofMillis(500)));
                ServerProcess server =
                        Installation.create(folder, provider.address()).start()) {
            Studio studio = server.studio();

            List<Answer> answers = ordered(studio, 50, 50, i -> Order.clip("the-same"));

            assertThat(answers.stream().map(Answer::status).distinct()).containsExactly(202);
            String job = answers.get(0).json().at("id").text();
            assertThat(answers).map(a -> a.json().at("id").text()).containsOnly(job);
            assertThat(studio.ended(job, PATIENCE).at("state").text()).isEqualTo("succeeded");
            assertThat(provider.ledger().orders()).hasSize(1);

            Answer other = studio.order(new Order("/api/mv/generate_video", "{\"prompt\":\"else\"}", "the-same"));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().at("error_code").text()).isEqualTo("IDEMPOTENCY_MISMATCH");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts threads in /proc")
    void a_thousand_jobs_are_in_flight_in_half_a_gigabyte_without_a_thread_each() throws Exception {
        Behaviour slow = Behaviour.prompt().runningFor(Duration.ofHours(1));
        try (FakeProvider provider = FakeProvider.start(slow);
                ServerProcess server =
                        Installation.create(folder, provider.address()).start()) {
            Studio studio = server.studio();
            List<Answer> answers = ordered(studio, 8, 1000, i -> Order.clip("clip-" + i));
            assertThat(answers.stream().map(Answer::status).distinct()).containsExactly(202);

            Settling.until(() -> provider.ledger().mostAtOnce() == 1000, PATIENCE);
            assertThat(server.platformThreads()).isLessThan(200);

            provider.hurry();
            for (Answer answer : answers) {
                Json clip = studio.ended(answer.json().at("id").text(), PATIENCE);
                assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            }
            assertThat(provider.ledger().orders()).hasSize(1000);
            assertThat(server.platformThreads()).isLessThan(200);
        }
    }

    private static List<Answer> ordered(Studio studio, int callersAtOnce, int number, IntFunction<Order> order)
            throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(callersAtOnce)) {
            List<Future<Answer>> answers = IntStream.range(0, number)
                    .mapToObj(i -> callers.submit(() -> studio.order(order.apply(i))))
                    .toList();
            for (Future<Answer> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}

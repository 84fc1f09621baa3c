package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CrowdTest extends Rehearsal {
    @Test
    void two_hundred_are_served_at_once_and_each_is_counted() throws Exception {
        fake.thinking(Duration.ofMillis(300));
        List<Future<Heard>> answers = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String prompt = "idea " + i;
                answers.add(threads.submit(() -> content(prompt, "")));
            }
        }

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).get().text()).contains("You asked: idea " + i + "\"");
        }
        assertThat(fake.ledger().orders()).hasSize(200);
        assertThat(fake.ledger().duplicates()).isEmpty();
        assertThat(fake.ledger().mostCallsAtOnce()).isBetween(2, 200);
    }

    @Test
    void who_does_not_ask_for_the_background_waits_for_the_clip() throws Exception {
        try (FakeGemini quick = FakeGemini.start().taking(Duration.ofMillis(20))) {
            Heard heard = post(
                    quick.address() + "/v1beta/interactions?key=" + quick.key(),
                    "{'model':'" + OMNI + "','input':'a cat'}");

            assertThat(heard.at("/status")).isEqualTo("completed");
        }
    }
}

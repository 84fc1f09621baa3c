package dev.mvstudio.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptionTest {
    private final Interruption interruption = new Interruption();

    @Test
    void before_a_command_there_is_nothing_to_stop() {
        assertThat(interruption.stop(Duration.ZERO)).isEmpty();
        assertThat(interruption.requested()).isFalse();
    }

    @Test
    void after_it_as_well() {
        assertThat(interruption.guard(() -> 5)).isEqualTo(5);

        assertThat(interruption.stop(Duration.ZERO)).isEmpty();
        assertThat(interruption.requested()).isFalse();
    }

    @Test
    void a_command_that_does_not_listen_is_not_waited_for_in_vain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> interruption.guard(() -> {
            begun.countDown();
            return deaf(end);
        }));
        begun.await();

        assertThat(interruption.stop(Duration.ofMillis(1))).isEmpty();
        assertThat(interruption.requested()).isTrue();
        end.countDown();
        assertThat(running.join()).isZero();
    }

    private static int deaf(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return 0;
            } catch (InterruptedException e) {
                // That is the point.
            }
        }
    }
}

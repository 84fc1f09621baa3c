package dev.mvstudio.application.webhook;

import static dev.mvstudio.domain.job.JobEvent.Type.ERROR;
import static dev.mvstudio.domain.job.JobEvent.Type.PROGRESS;
import static dev.mvstudio.domain.job.JobEvent.Type.RESULT;
import static dev.mvstudio.domain.job.JobEvent.Type.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.webhook.DeadLetter;
import dev.mvstudio.domain.webhook.Delivery;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.testkit.webhook.FakeWebhookSender.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The server dies right after a message was sent, or right after that was kept, again and again. */
class CrashedDeliveriesTest {
    private static final int CRASHES = 20;

    private final Story story = new Story();

    /** The end of the process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies at its second save: with an even number before it, else after it. */
    private record Dying(DeliveryStore store, int number, AtomicInteger saves) implements DeliveryStore {
        @Override
        public boolean save(Delivery delivery) {
            boolean dies = saves.incrementAndGet() == 2;
            if (dies && number % 2 == 0) {
                throw new Killed();
            }
            boolean saved = store.save(delivery);
            if (dies) {
                throw new Killed();
            }
            return saved;
        }

        @Override
        public Delivery find(JobId job) {
            return store.find(job);
        }

        @Override
        public boolean giveUp(Delivery delivery, DeadLetter letter) {
            return store.giveUp(delivery, letter);
        }

        @Override
        public boolean goBack(JobId job, long event) {
            return store.goBack(job, event);
        }

        @Override
        public List<DeadLetter> dead(int limit) {
            return store.dead(limit);
        }
    }

    @Test
    void in_twenty_crashes_nothing_is_lost_and_what_comes_twice_is_known_by_its_id() {
        JobId job = story.order(STATE, PROGRESS, RESULT, ERROR);
        story.run(job);
        for (int i = 1; i <= 60; i++) {
            story.progress(job, i / 100.0);
        }
        story.succeed(job);
        story.sender.answer(List.of(new Receipt.Unreachable("reset"), new Receipt.Refused(500, null)));

        int crashes = 0;
        for (int i = 0; i < CRASHES; i++) {
            story.start(new Dying(story.deliveries, i, new AtomicInteger()));
            try {
                story.schedule.advance(Duration.ofMinutes(1));
            } catch (Killed e) {
                crashes++;
            }
        }
        story.start();
        story.schedule.advance(Duration.ofDays(1));

        assertThat(crashes).isEqualTo(CRASHES);
        List<String> ids = story.sender.sent().stream().map(Sent::id).toList();
        assertThat(ids.stream().distinct())
                .containsExactlyElementsOf(story.jobs.events(job, 0, 1_000).stream()
                        .filter(e -> !(e.type() == STATE && e.state().isFinal()))
                        .map(Deliveries::messageId)
                        .toList());
        assertThat(ids).as("some came twice").hasSizeGreaterThan(63);
        Map<String, List<String>> bodies = story.sender.sent().stream()
                .collect(Collectors.groupingBy(Sent::id, Collectors.mapping(Sent::body, Collectors.toList())));
        assertThat(bodies.values())
                .allSatisfy(same -> assertThat(same.stream().distinct()).hasSize(1));
        assertThat(story.deliveries.dead(10)).isEmpty();
    }
}

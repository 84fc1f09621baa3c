package dev.mvstudio.domain.job;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered. It never changes.
 *
 * @param kind what is done, such as {@code generate_video}
 * @param place the step of a larger job that this one does; null for a job of its own
 * @param caller who ordered, for sharing lanes fairly; empty for nobody in particular
 * @param lane where it waits for its turn
 * @param backend who does it
 * @param model the model that does it
 * @param flavor where the defaults came from
 * @param request the complete request, as {@link Documents} wrote it
 * @param warnings what was asked for and could not be honoured to the letter
 * @param estimate what it may cost
 * @param keep whether it and what it makes never expire, as far as this was said with the order
 * @param createdAt when it was ordered
 * @param idempotency what makes the same order recognizable, when the caller gave something
 * @param webhook who wants to be told, when somebody does
 */
public record JobOrder(
        JobId id,
        String kind,
        @Nullable Place place,
        String caller,
        String lane,
        Backend backend,
        Model model,
        String flavor,
        String request,
        List<String> warnings,
        Money estimate,
        boolean keep,
        Instant createdAt,
        @Nullable Idempotency idempotency,
        @Nullable Webhook webhook) {
    public JobOrder {
        warnings = List.copyOf(warnings);
    }

    /**
     * A step of a larger job. A job has each step once.
     *
     * @param step its name within the larger job, such as {@code clip 3}
     */
    public record Place(JobId parent, String step) {}

    /**
     * The same order by the same caller is the same job.
     *
     * @param key 1–255 visible ASCII characters
     * @param fingerprint of everything that was ordered; the same key with another one is a mistake
     */
    public record Idempotency(String key, String fingerprint) {}

    /**
     * Who wants to be told.
     *
     * @param events of these kinds
     */
    public record Webhook(URI url, Set<JobEvent.Type> events) {
        public Webhook {
            events = Set.copyOf(events);
        }
    }
}

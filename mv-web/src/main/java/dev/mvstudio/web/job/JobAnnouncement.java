package dev.mvstudio.web.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.webhook.Announcement;
import dev.mvstudio.application.webhook.WebhookEvents;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.Times;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells others of a job as its route does, without pictures. */
@Singleton
final class JobAnnouncement implements Announcement {
    private final Jobs jobs;
    private final JobBodies bodies;
    private final JsonMapper json;

    JobAnnouncement(ServedStudio served, JobBodies bodies, JsonMapper json) {
        this.jobs = served.studio().jobs();
        this.bodies = bodies;
        this.json = json;
    }

    @Override
    public byte[] render(StoredJob job, JobEvent event) {
        Message message =
                new Message(WebhookEvents.type(event), Times.utc(event.at()), bodies.of(jobs.get(job.id()), false));
        try {
            return json.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The shape that the Standard Webhooks scheme recommends.
     *
     * @param timestamp when it happened
     * @param data the job as it is now
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Message(String type, String timestamp, JobBody data) {}
}

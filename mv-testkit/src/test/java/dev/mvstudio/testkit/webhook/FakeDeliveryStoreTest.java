package dev.mvstudio.testkit.webhook;

import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.webhook.DeliveryStore;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

class FakeDeliveryStoreTest extends DeliveryStoreContract {
    private final Set<JobId> jobs = new HashSet<>();
    private final FakeDeliveryStore store = new FakeDeliveryStore(jobs::contains);

    @Override
    protected DeliveryStore store() {
        return store;
    }

    @Override
    protected JobId job() {
        JobId job = new JobId(UUID.randomUUID());
        jobs.add(job);
        return job;
    }

    @Override
    protected void delete(JobId job) {
        jobs.remove(job);
    }
}

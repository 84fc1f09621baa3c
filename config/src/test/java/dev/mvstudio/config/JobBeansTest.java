package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.job.JobStore;
import io.micronaut.context.BeanContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs are kept in the data folder, but only once there is one to keep. */
class JobBeansTest {
    @TempDir
    Path root;

    @Test
    void a_database_is_made_when_it_is_first_used() {
        StudioConfiguration configuration = new Folder(root).read();
        Path jobs = root.resolve("outputs/.jobs");

        try (BeanContext context = AdapterContext.open(configuration, Clock.systemUTC())) {
            assertThat(context.containsBean(Documents.class)).isTrue();
            context.getBean(JobSchedule.class);
            JobStore store = context.getBean(JobStore.class);
            assertThat(jobs).doesNotExist();

            assertThat(store.find(new JobId(UUID.randomUUID()))).isEmpty();
            assertThat(jobs).isDirectoryContaining("glob:**/jobs.mv.db");
        }
        assertThat(jobs.resolve("jobs.lock.db")).doesNotExist();
    }
}

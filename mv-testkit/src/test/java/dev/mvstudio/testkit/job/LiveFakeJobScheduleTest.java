package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.testkit.provider.Settling;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

class LiveFakeJobScheduleTest extends JobScheduleContract {
    private final FakeJobSchedule schedule = FakeJobSchedule.live();

    @AfterEach
    void close() {
        schedule.close();
    }

    @Override
    protected JobSchedule schedule() {
        return schedule;
    }

    @Override
    protected JobSchedule restarted() {
        schedule.close();
        return schedule;
    }

    @Override
    protected void until(BooleanSupplier condition) {
        Settling.until(condition, Duration.ofSeconds(20));
    }
}

package dev.mvstudio.adapter.badone;

import dev.mvstudio.application.job.JobTiming;

class UsesTheApplication {
    Object timing(JobTiming timing) {
        return timing.timeout();
    }
}

package dev.mvstudio.application.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes everything about each generation to the log, for {@code MV_DEBUG_MODE=true}. Binary shows as type and size. */
public final class DebugLog implements GenerationListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.mvstudio.debug");

    @Override
    public void planned(Object command, Object configured, Plan<?> plan) {
        String kind = plan.kind().word();
        LOG.info("{}, request arguments: {}", kind, command);
        LOG.info("{}, defaults applied: {}", kind, plan.defaultsApplied());
        LOG.info("{}, configuration (flavor {}): {}", kind, plan.flavor(), configured);
        LOG.info("{}, backend {}, model {}", kind, plan.backend(), plan.model());
        LOG.info("{}, complete request: {}", kind, plan.request());
        plan.prompts().forEach((name, prompt) -> LOG.info("{}, full {}:\n{}", kind, name, prompt));
        plan.warnings().forEach(warning -> LOG.info("{}, warning: {}", kind, warning));
    }

    @Override
    public void answered(Job<?> job, String answer) {
        LOG.info("{} {}, answer of the model:\n{}", job.plan().kind().word(), job.id(), answer);
    }

    @Override
    public void finished(Job<?> job, Object result) {
        LOG.info("{} {}, result: {}", job.plan().kind().word(), job.id(), result);
    }

    @Override
    public void failed(Job<?> job, RuntimeException why) {
        LOG.info("{} {}, failed: {}", job.plan().kind().word(), job.id(), why.getMessage());
    }
}

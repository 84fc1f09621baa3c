package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.ProviderCall;

/** What would be done and sent. Nothing was. */
public record DryRun<Q>(Plan<Q> plan, ProviderCall call) {}

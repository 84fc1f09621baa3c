package dev.mvstudio.application.provider;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ModelSpec;

/** Who carries out a request. */
public record Choice(Backend backend, ModelSpec spec) {}

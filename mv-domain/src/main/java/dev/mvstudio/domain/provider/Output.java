package dev.mvstudio.domain.provider;

import java.net.URI;

/** A finished file on the provider's side. It may vanish soon (Replicate: one hour): collect it at once. */
public record Output(Backend backend, URI location) {}

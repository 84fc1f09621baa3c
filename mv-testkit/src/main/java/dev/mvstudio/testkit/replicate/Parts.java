package dev.mvstudio.testkit.replicate;

import java.net.URI;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * What the fake consists of.
 *
 * @param base of the API, with {@code /v1}
 * @param token the only one that is let in
 * @param chance decides what is left to chance
 * @param ids makes up names that nobody can guess
 * @param threads those that follow predictions to tell of them
 */
record Parts(
        URI base,
        String token,
        Clock clock,
        Random chance,
        Supplier<String> ids,
        ExecutorService threads,
        Catalog catalog,
        Predictions predictions,
        Files files,
        Outputs outputs,
        Webhooks webhooks,
        Limits limits,
        Ledger ledger) {}

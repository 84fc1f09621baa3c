package dev.mvstudio.testkit.gemini;

import java.net.URI;
import java.time.Clock;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What the fake consists of.
 *
 * @param address of the API, without a version
 * @param chance decides what is left to chance
 * @param ids makes up names that nobody can guess
 */
record Parts(
        URI address,
        Clock clock,
        Random chance,
        Supplier<String> ids,
        Keys keys,
        Catalog catalog,
        Clips clips,
        Downloads downloads,
        Limits limits,
        Ledger ledger) {}

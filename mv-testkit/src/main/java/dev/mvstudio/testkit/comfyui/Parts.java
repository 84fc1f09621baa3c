package dev.mvstudio.testkit.comfyui;

import dev.mvstudio.testkit.wire.Odds;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What a fake is made of and outlives the death of its server. */
record Parts(
        Version version,
        Clock clock,
        Supplier<UUID> ids,
        Disk disk,
        Catalog catalog,
        Pace pace,
        Habits habits,
        Odds<Outcome, Call> outcomes,
        Odds<ViewFault, Call> viewFaults,
        Odds<EventFault, String> eventFaults,
        Ledger ledger) {}

package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Ticket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the account's predictions for one whose answer was lost.
 *
 * <p>Replicate knows no key of ours, but a prediction shows where its notices go, and that address has the key: such a
 * one is found for certain. Without notices, predictions of the same model with the very same input are all that can be
 * said; which of them belong to other jobs only the caller knows. Pictures in the input count as the same when both are
 * there, because a file that is handed in again has another address. An hour after its end a prediction's input is
 * removed; when the list has one of those, of the same model, nothing can be said.
 */
final class LostPrediction {
    /** Clocks go wrong, and Replicate's answers only tell its time to the second. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final int MOST_PAGES = 50;

    private final ReplicateClient client;
    private final Wanted wanted;
    private final Function<Prediction, Ticket> ticket;
    private final List<Prediction> alike = new ArrayList<>();
    private boolean unknown;

    LostPrediction(ReplicateClient client, Wanted wanted, Function<Prediction, Ticket> ticket) {
        this.client = client;
        this.wanted = wanted;
        this.ticket = ticket;
    }

    /** @param since by our clock */
    Search search(Instant since) {
        Instant from = from(since);
        Page page = client.page(client.firstPage(from));
        Instant betterKnown = from(since);
        if (betterKnown.isBefore(from.minus(MARGIN.dividedBy(2)))) {
            from = betterKnown;
            page = client.page(client.firstPage(from));
        }
        for (int pages = 1; ; pages++) {
            Prediction found = look(page, from);
            if (found != null) {
                return new Search.Found(ticket.apply(found));
            }
            URI next = next(page, from);
            if (next == null) {
                return verdict();
            }
            if (pages == MOST_PAGES) {
                return new Search.Unknowable(
                        "the account has too many predictions since then to look through them all");
            }
            page = client.page(next);
        }
    }

    private Instant from(Instant since) {
        return client.theirs(since).minus(MARGIN);
    }

    private @Nullable Prediction look(Page page, Instant from) {
        for (Prediction prediction : page.predictions()) {
            if (isOlder(prediction, from)) {
                continue;
            }
            switch (wanted.of(prediction)) {
                case IT -> {
                    return prediction;
                }
                case ALIKE -> alike.add(prediction);
                case UNKNOWN -> unknown = true;
                case OTHER -> {}
            }
        }
        return null;
    }

    /** Null at the end of the list, and as soon as it is older than what is looked for. */
    private @Nullable URI next(Page page, Instant from) {
        String next = page.next();
        boolean past = page.predictions().stream().anyMatch(prediction -> isOlder(prediction, from));
        return next == null || past ? null : client.below(next);
    }

    private static boolean isOlder(Prediction prediction, Instant from) {
        return prediction.createdAt() != null && prediction.createdAt().isBefore(from);
    }

    private Search verdict() {
        if (unknown) {
            return new Search.Unknowable("Replicate has removed what predictions since then were given");
        }
        if (alike.isEmpty()) {
            return new Search.Absent();
        }
        Collections.reverse(alike);
        // One that came to nothing may be what an earlier attempt at the same thing left behind.
        alike.sort(Comparator.comparing(Prediction::cameToNothing));
        return new Search.Alike(alike.stream().map(ticket).toList());
    }
}

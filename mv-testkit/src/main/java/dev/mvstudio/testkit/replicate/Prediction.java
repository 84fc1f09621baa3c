package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A prediction: when it was ordered, what it will come to, and from that what it is at any time. */
final class Prediction {
    static final Set<String> OVER = Set.of("succeeded", "failed", "canceled", "aborted");
    private static final int STEPS = 5;

    /**
     * What was ordered.
     *
     * @param deadline when it is ended, whatever it is doing; null for never
     * @param deployment {@code owner/name}; null for none
     * @param webhook where its events go; null for nowhere
     * @param events which ones: start, output, logs, completed
     */
    record Order(
            String id,
            ModelCard model,
            ObjectNode input,
            Instant created,
            @Nullable Instant deadline,
            @Nullable String deployment,
            @Nullable String webhook,
            Set<String> events) {}

    private final Order order;
    private final Timing timing;
    private final Outcome outcome;
    private final List<URI> files;
    private Instant starts;
    private Instant ends;
    private @Nullable Instant canceled;

    /**
     * One that has just been ordered.
     *
     * @param files where its output will be, when it succeeds
     */
    Prediction(Order order, Timing timing, Outcome outcome, List<URI> files) {
        this.order = order;
        this.timing = timing;
        this.outcome = outcome;
        this.files = List.copyOf(files);
        starts = order.created.plus(timing.starting());
        ends = starts.plus(timing.running());
    }

    String id() {
        return order.id;
    }

    Order order() {
        return order;
    }

    synchronized String status(Instant now) {
        if (canceled != null) {
            return "canceled";
        }
        if (order.deadline != null && order.deadline.isBefore(ends) && !now.isBefore(order.deadline)) {
            return order.deadline.isAfter(starts) ? "canceled" : "aborted";
        }
        if (now.isBefore(starts)) {
            return "starting";
        }
        if (now.isBefore(ends)) {
            return "processing";
        }
        return outcome instanceof Outcome.Failure ? "failed" : "succeeded";
    }

    boolean isOver(Instant now) {
        return OVER.contains(status(now));
    }

    /** When it was over; meaningful only when it is. */
    private Instant over() {
        if (canceled != null) {
            return canceled;
        }
        return order.deadline != null && order.deadline.isBefore(ends) ? order.deadline : ends;
    }

    /** Stops it, unless it is over. */
    synchronized void cancel(Instant now) {
        if (!isOver(now)) {
            canceled = now;
        }
    }

    /** Lets it come to its end now, unless it is over. */
    synchronized void hurry(Instant now) {
        if (!isOver(now)) {
            starts = starts.isBefore(now) ? starts : now;
            ends = now;
        }
    }

    /** Whether the files that it made can be had. */
    synchronized boolean shows(Instant now) {
        return status(now).equals("succeeded") && now.isBefore(ends.plus(timing.outputs()));
    }

    /** How many lines its log has. */
    synchronized int lines(Instant now) {
        if (now.isBefore(starts)) {
            return 0;
        }
        Instant until = isOver(now) ? over() : now;
        long all = Math.max(1, Duration.between(starts, ends).toMillis());
        return until.isBefore(starts)
                ? 0
                : (int) Math.min(STEPS, STEPS * Duration.between(starts, until).toMillis() / all);
    }

    /** As {@code GET} shows it. */
    synchronized ObjectNode show(Instant now, URI api) {
        return show(now, api, status(now), isOver(now));
    }

    /** As it comes back when nobody could wait any longer: {@code starting}, whatever it is doing. */
    synchronized ObjectNode showUnfinished(URI api) {
        return show(order.created, api, "starting", false);
    }

    /** As a create that waited may show it: {@code processing}, and yet with all that it made. */
    synchronized ObjectNode showProcessing(Instant now, URI api) {
        ObjectNode shown = show(now, api);
        shown.put("status", "processing").remove(List.of("completed_at", "metrics"));
        return shown;
    }

    private ObjectNode show(Instant now, URI api, String status, boolean over) {
        boolean removed = over && !now.isBefore(over().plus(timing.data()));
        ObjectNode shown = Json.object();
        shown.put("id", order.id).put("model", order.model.name()).put("version", order.model.version());
        shown.set("input", removed ? Json.object() : order.input);
        shown.put("logs", removed ? null : logs(now));
        shown.set("output", status.equals("succeeded") && !removed ? output() : NullNode.getInstance());
        shown.put("data_removed", removed);
        shown.put("error", status.equals("failed") && outcome instanceof Outcome.Failure f ? f.error() : null);
        shown.put("source", "api").put("status", status).put("created_at", text(order.created));
        times(shown, now, over);
        if (order.deployment != null) {
            shown.put("deployment", order.deployment);
        }
        if (order.webhook != null) {
            shown.put("webhook", order.webhook);
        }
        String self = api + "/predictions/" + order.id;
        shown.putObject("urls")
                .put("get", self)
                .put("cancel", self + "/cancel")
                .put("web", "https://replicate.com/p/" + order.id);
        return shown;
    }

    private void times(ObjectNode shown, Instant now, boolean over) {
        Instant until = over ? over() : now;
        boolean started = !until.isBefore(starts);
        if (order.deadline != null) {
            shown.put("deadline", text(order.deadline));
        }
        if (started) {
            shown.put("started_at", text(starts));
        }
        if (over) {
            if (!started) {
                shown.putNull("started_at");
            }
            shown.put("completed_at", text(until));
            ObjectNode metrics = shown.putObject("metrics");
            if (started) {
                metrics.put("predict_time", seconds(starts, until));
            }
            metrics.put("total_time", seconds(order.created, until));
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private String logs(Instant now) {
        StringBuilder logs = new StringBuilder();
        for (int line = 1; line <= lines(now); line++) {
            logs.append("Generating: ").append(line * 100 / STEPS).append("%\n");
        }
        return logs.toString();
    }

    private JsonNode output() {
        if (outcome instanceof Outcome.Odd odd) {
            return odd.output();
        }
        return order.model.many() ? Json.tree(files) : Json.tree(files.get(0).toString());
    }
}

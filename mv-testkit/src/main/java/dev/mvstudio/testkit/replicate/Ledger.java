package dev.mvstudio.testkit.replicate;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@link FakeReplicate} was asked, for those who check whether somebody paid twice or called too often. */
public final class Ledger {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Created> created = new ArrayList<>();
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>();
    private int mostAtOnce;
    private int mostInAMinute;

    synchronized void called(Call call, Instant now) {
        calls.merge(call, 1, Integer::sum);
        if (call != Call.OUTPUT) {
            lastMinute.addLast(now);
            while (lastMinute.getFirst().isBefore(now.minus(MINUTE))) {
                lastMinute.removeFirst();
            }
            mostInAMinute = Math.max(mostInAMinute, lastMinute.size());
        }
    }

    synchronized void answered(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    synchronized void refused(String how) {
        refusals.add(how);
    }

    synchronized void created(Created order, int underWay) {
        created.add(order);
        mostAtOnce = Math.max(mostAtOnce, underWay);
    }

    /** Everything that was ordered and accepted, in order. */
    public synchronized List<Created> created() {
        return List.copyOf(created);
    }

    /** What was ordered with this prompt, in order. */
    public List<Created> created(String prompt) {
        return created().stream().filter(c -> c.input("prompt").equals(prompt)).toList();
    }

    /** The prompts that were ordered more than once, with the orders: money lost, if prompts are unique. */
    public Map<String, List<Created>> duplicates() {
        Map<String, List<Created>> byPrompt =
                new TreeMap<>(created().stream().collect(groupingBy(c -> c.input("prompt"))));
        byPrompt.values().removeIf(same -> same.size() == 1);
        return byPrompt;
    }

    /** How often it was asked for this, also when it was refused or went wrong. */
    public synchronized int calls(Call call) {
        return calls.getOrDefault(call, 0);
    }

    /** How often it answered with this status. */
    public synchronized int answers(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** What broke a rule, as {@code method path status body}, in order; faults on demand are not among them. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The most predictions that were under way at a time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** The most calls of the API in any minute. */
    public synchronized int mostInAMinute() {
        return mostInAMinute;
    }

    synchronized ObjectNode show() {
        ObjectNode shown = Json.object();
        ArrayNode orders = shown.putArray("created");
        for (Created c : created) {
            ObjectNode order = orders.addObject();
            order.put("id", c.id())
                    .put("at", c.at().toString())
                    .put("path", c.path())
                    .put("model", c.model());
            order.set("input", c.input());
            c.prefer().ifPresent(p -> order.put("prefer", p));
            c.cancelAfter().ifPresent(p -> order.put("cancel_after", p));
            c.webhook().ifPresent(p -> order.put("webhook", p));
        }
        shown.set("calls", Json.tree(calls));
        shown.set("answers", Json.tree(statuses));
        shown.set("refusals", Json.tree(refusals));
        return shown.put("most_at_once", mostAtOnce).put("most_in_a_minute", mostInAMinute);
    }
}

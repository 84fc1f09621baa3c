package dev.mvstudio.testkit.gemini;

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

/** What {@link FakeGemini} was asked, for those who check whether somebody paid twice or called too often. */
public final class Ledger {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Asked> orders = new ArrayList<>();
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> strayKeys = new ArrayList<>();
    private int underWay;
    private int mostCalls;
    private int mostClips;
    private int mostInAMinute;

    Ledger() {}

    synchronized void called(Call call, Instant now) {
        calls.merge(call, 1, Integer::sum);
        mostCalls = Math.max(mostCalls, ++underWay);
        if (call != Call.STORED) {
            lastMinute.addLast(now);
            while (lastMinute.getFirst().isBefore(now.minus(MINUTE))) {
                lastMinute.removeFirst();
            }
            mostInAMinute = Math.max(mostInAMinute, lastMinute.size());
        }
    }

    /** The call is over, however it ended. */
    synchronized void over() {
        underWay--;
    }

    synchronized void answered(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    synchronized void refused(String how) {
        refusals.add(how);
    }

    synchronized void strayed(String path) {
        strayKeys.add(path);
    }

    synchronized void ordered(Asked order) {
        orders.add(order);
    }

    synchronized void clips(int atOnce) {
        mostClips = Math.max(mostClips, atOnce);
    }

    /** Everything that was ordered and accepted, in order. */
    public synchronized List<Asked> orders() {
        return List.copyOf(orders);
    }

    /** The orders of this kind, in order. */
    public List<Asked> orders(Call call) {
        return orders().stream().filter(o -> o.call() == call).toList();
    }

    /** What was ordered with this prompt, in order. */
    public List<Asked> orders(String prompt) {
        return orders().stream().filter(o -> o.prompt().equals(prompt)).toList();
    }

    /** The prompts that were ordered more than once, with the orders: money lost, if prompts are unique. */
    public Map<String, List<Asked>> duplicates() {
        Map<String, List<Asked>> byPrompt = new TreeMap<>(orders().stream().collect(groupingBy(Asked::prompt)));
        byPrompt.values().removeIf(same -> same.size() == 1);
        return byPrompt;
    }

    /** How often it was asked for this, also when it was refused or went wrong. */
    public synchronized int calls(Call call) {
        return calls.getOrDefault(call, 0);
    }

    /** How often the API answered with this status. */
    public synchronized int answers(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** What broke a rule, as {@code method path status body}, in order; what went wrong on demand is not among it. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The paths of the other origin that were asked for with a key: nobody should. */
    public synchronized List<String> strayKeys() {
        return List.copyOf(strayKeys);
    }

    /** The most calls, downloads among them, that were being answered at a time. */
    public synchronized int mostCallsAtOnce() {
        return mostCalls;
    }

    /** The most clips that were being made at a time. */
    public synchronized int mostClipsAtOnce() {
        return mostClips;
    }

    /** The most calls of the API in any minute. */
    public synchronized int mostInAMinute() {
        return mostInAMinute;
    }

    synchronized ObjectNode show() {
        ObjectNode shown = Json.object();
        ArrayNode all = shown.putArray("orders");
        for (Asked o : orders) {
            all.addObject()
                    .put("call", o.call().name())
                    .put("at", o.at().toString())
                    .put("id", o.id())
                    .put("model", o.model())
                    .put("prompt", o.prompt());
        }
        shown.set("calls", Json.tree(calls));
        shown.set("answers", Json.tree(statuses));
        shown.set("refusals", Json.tree(refusals));
        shown.set("stray_keys", Json.tree(strayKeys));
        return shown.put("most_calls_at_once", mostCalls)
                .put("most_clips_at_once", mostClips)
                .put("most_in_a_minute", mostInAMinute);
    }
}

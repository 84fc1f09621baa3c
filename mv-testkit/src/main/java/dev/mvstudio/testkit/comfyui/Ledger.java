package dev.mvstudio.testkit.comfyui;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@link FakeComfyUi} was asked and did, also before it last died, for those who check whether work was done twice. */
public final class Ledger {
    private final List<Submitted> prompts = new ArrayList<>();
    private final List<Rendered> renders = new ArrayList<>();
    private final List<Uploaded> uploads = new ArrayList<>();
    private final List<String> views = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> connections = new ArrayList<>();
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int mostWaiting;

    Ledger() {}

    synchronized void called(Call call) {
        calls.merge(call, 1, Integer::sum);
    }

    synchronized void answered(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    synchronized void refused(String how) {
        refusals.add(how);
    }

    synchronized void submitted(Submitted prompt, int waiting) {
        prompts.add(prompt);
        mostWaiting = Math.max(mostWaiting, waiting);
    }

    synchronized void rendered(Rendered files) {
        renders.add(files);
    }

    synchronized void uploaded(Uploaded file) {
        uploads.add(file);
    }

    synchronized void viewed(String file) {
        views.add(file);
    }

    synchronized void connected(String clientId) {
        connections.add(clientId);
    }

    /** All graphs that were accepted, in order. */
    public synchronized List<Submitted> prompts() {
        return List.copyOf(prompts);
    }

    /** The ids that were accepted more than once, with the graphs. */
    public Map<String, List<Submitted>> sameIds() {
        return repeated(prompts(), Submitted::id);
    }

    /** The graphs that were accepted more than once, as JSON, whatever their ids. */
    public Map<String, List<Submitted>> sameGraphs() {
        return repeated(prompts(), p -> p.graph().toString());
    }

    /** What was computed, in order. */
    public synchronized List<Rendered> renders() {
        return List.copyOf(renders);
    }

    /** What was computed more than once, by its signature: time lost. */
    public Map<String, List<Rendered>> renderedTwice() {
        return repeated(renders(), Rendered::signature);
    }

    private static <T> Map<String, List<T>> repeated(List<T> all, Function<T, String> by) {
        Map<String, List<T>> groups = new TreeMap<>(all.stream().collect(groupingBy(by)));
        groups.values().removeIf(same -> same.size() == 1);
        return groups;
    }

    /** All files that were handed in, in order. */
    public synchronized List<Uploaded> uploads() {
        return List.copyOf(uploads);
    }

    /** All files that were asked for and are there, as {@code type/subfolder/name}, in order. */
    public synchronized List<String> views() {
        return List.copyOf(views);
    }

    /** The client ids with which a WebSocket was opened, in order. */
    public synchronized List<String> connections() {
        return List.copyOf(connections);
    }

    /** How often it was asked for this, also when it was refused or went wrong. */
    public synchronized int calls(Call call) {
        return calls.getOrDefault(call, 0);
    }

    /** How often it answered with this status. */
    public synchronized int answers(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** What broke a rule, as {@code method path status body}, in order; what went wrong on demand is not among it. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The most prompts that were in the queue at a time, the one that runs among them. */
    public synchronized int mostWaiting() {
        return mostWaiting;
    }

    synchronized ObjectNode show() {
        ObjectNode shown = Json.object();
        ArrayNode all = shown.putArray("prompts");
        for (Submitted p : prompts) {
            all.addObject()
                    .put("at", p.at().toString())
                    .put("id", p.id())
                    .put("number", p.number())
                    .put("client_id", p.clientId())
                    .set("graph", p.graph());
        }
        ArrayNode made = shown.putArray("renders");
        for (Rendered r : renders) {
            ObjectNode one = made.addObject().put("at", r.at().toString()).put("prompt_id", r.promptId());
            one.put("node", r.node()).set("files", Json.tree(r.files()));
        }
        ArrayNode files = shown.putArray("uploads");
        for (Uploaded u : uploads) {
            files.addObject()
                    .put("at", u.at().toString())
                    .put("asked", u.asked())
                    .put("name", u.name())
                    .put("subfolder", u.subfolder())
                    .put("type", u.type())
                    .put("size", u.size());
        }
        shown.set("views", Json.tree(views));
        shown.set("connections", Json.tree(connections));
        shown.set("calls", Json.tree(calls));
        shown.set("answers", Json.tree(statuses));
        shown.set("refusals", Json.tree(refusals));
        return shown.put("most_waiting", mostWaiting);
    }
}

package dev.mvstudio.testkit.storage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@link FakeCloudStorage} was asked. */
public final class Ledger {
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final List<String> refusals = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private long cutOff;
    private long bytesUploaded;
    private long bytesRead;

    synchronized void called(Call call) {
        calls.merge(call, 1, Integer::sum);
    }

    synchronized void cutOff() {
        cutOff++;
    }

    synchronized void refused(String how) {
        refusals.add(how);
    }

    synchronized void uploaded(long bytes) {
        bytesUploaded += bytes;
    }

    synchronized void read(String range, long bytes) {
        ranges.add(range);
        bytesRead += bytes;
    }

    /** How often it was asked for this, also when it was refused or went wrong. */
    public synchronized int calls(Call call) {
        return calls.getOrDefault(call, 0);
    }

    /** How often somebody came while it was down. */
    public synchronized long cutOffs() {
        return cutOff;
    }

    /** What broke a rule, as {@code status method path: message}, in order; faults on demand are not among them. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The {@code Range} headers of those who read objects, in order; empty for none. */
    public synchronized List<String> ranges() {
        return List.copyOf(ranges);
    }

    /** How many bytes of objects arrived, also of those that were refused or cut. */
    public synchronized long bytesUploaded() {
        return bytesUploaded;
    }

    /** How many bytes of objects were asked for. */
    public synchronized long bytesRead() {
        return bytesRead;
    }
}

package dev.mvstudio.testkit.storage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The objects of some buckets, with the conditions under which they change. */
final class Buckets {
    private static final int LONGEST_NAME = 1024;
    private static final int MOST_METADATA = 8 * 1024;

    private final Clock clock;
    private final Map<String, SortedMap<String, StoredObject>> buckets = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private long lastGeneration;

    Buckets(Clock clock) {
        this.clock = clock;
    }

    void add(String bucket) {
        buckets.computeIfAbsent(bucket, b -> new TreeMap<>());
    }

    void remove(String bucket) {
        buckets.remove(bucket);
    }

    /** Names that nobody may write to. */
    Set<String> closed() {
        return closed;
    }

    private SortedMap<String, StoredObject> in(String bucket) throws Refused {
        SortedMap<String, StoredObject> objects = buckets.get(bucket);
        if (objects == null) {
            throw Refused.noBucket();
        }
        return objects;
    }

    synchronized void check(String bucket) throws Refused {
        in(bucket);
    }

    synchronized Optional<StoredObject> find(String bucket, String name) throws Refused {
        return Optional.ofNullable(in(bucket).get(name));
    }

    /** One that is there, of the generation that is asked for. */
    synchronized StoredObject get(Asked asked, String bucket, String name) throws Refused {
        StoredObject there = in(bucket).get(name);
        Optional<String> generation = asked.query("generation");
        if (there == null || (generation.isPresent() && !generation.get().equals(Long.toString(there.generation())))) {
            throw Refused.noObject(bucket, name);
        }
        checkConditions(asked, there);
        return there;
    }

    synchronized List<StoredObject> list(String bucket) throws Refused {
        return List.copyOf(in(bucket).values());
    }

    /** Writes one, if the caller's conditions hold. */
    synchronized StoredObject put(
            Asked asked,
            String bucket,
            String name,
            byte[] bytes,
            Map<String, String> fields,
            Map<String, String> metadata)
            throws Refused {
        SortedMap<String, StoredObject> objects = in(bucket);
        if (closed.contains(name)) {
            throw Refused.forbidden(Accounts.EMAIL, "storage.objects.create", "object " + name);
        }
        checkConditions(asked, objects.get(name));
        checkMetadata(metadata);
        lastGeneration = Math.max(lastGeneration + 1, clock.millis() * 1000);
        StoredObject made = new StoredObject(
                bucket, name, lastGeneration, 1, bytes, fields, metadata, clock.instant(), clock.instant());
        objects.put(name, made);
        return made;
    }

    /** Adds to what is known of one, and takes away what is null. */
    synchronized StoredObject patch(
            Asked asked, String bucket, String name, Map<String, String> fields, Map<String, @Nullable String> changes)
            throws Refused {
        StoredObject there = get(asked, bucket, name);
        Map<String, String> metadata = new HashMap<>(there.metadata());
        changes.forEach((key, value) -> {
            if (value == null) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
        checkMetadata(metadata);
        Map<String, String> all = new HashMap<>(there.fields());
        all.putAll(fields);
        StoredObject changed = new StoredObject(
                bucket,
                name,
                there.generation(),
                there.metageneration() + 1,
                there.bytes(),
                all,
                metadata,
                there.created(),
                clock.instant());
        in(bucket).put(name, changed);
        return changed;
    }

    synchronized void delete(Asked asked, String bucket, String name) throws Refused {
        get(asked, bucket, name);
        in(bucket).remove(name);
    }

    /** Puts one there without asking. */
    synchronized void place(String bucket, String name, byte[] bytes) {
        lastGeneration = Math.max(lastGeneration + 1, clock.millis() * 1000);
        Map<String, String> fields = Map.of("contentType", "application/octet-stream");
        buckets.computeIfAbsent(bucket, b -> new TreeMap<>())
                .put(
                        name,
                        new StoredObject(
                                bucket,
                                name,
                                lastGeneration,
                                1,
                                bytes,
                                fields,
                                Map.of(),
                                clock.instant(),
                                clock.instant()));
    }

    synchronized void forget(String bucket, String name) {
        SortedMap<String, StoredObject> objects = buckets.get(bucket);
        if (objects != null) {
            objects.remove(name);
        }
    }

    /** Where conditions are named, they must hold; 0 stands for an object that is not there. */
    private static void checkConditions(Asked asked, @Nullable StoredObject there) throws Refused {
        long generation = there == null ? 0 : there.generation();
        long metageneration = there == null ? 0 : there.metageneration();
        boolean holds = is(asked, "ifGenerationMatch", generation).orElse(true)
                && !is(asked, "ifGenerationNotMatch", generation).orElse(false)
                && is(asked, "ifMetagenerationMatch", metageneration).orElse(true)
                && !is(asked, "ifMetagenerationNotMatch", metageneration).orElse(false);
        if (!holds) {
            throw Refused.precondition();
        }
    }

    private static Optional<Boolean> is(Asked asked, String condition, long value) throws Refused {
        Optional<String> said = asked.query(condition);
        if (said.isPresent() && !said.get().matches("[0-9]{1,19}")) {
            throw Refused.invalid("Invalid value for parameter " + condition + ": " + said.get());
        }
        return said.map(text -> Long.parseLong(text) == value);
    }

    /** What Google takes for the name of an object. */
    static String name(String name) throws Refused {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0) {
            throw Refused.required("Required parameter: name");
        }
        if (length > LONGEST_NAME
                || name.contains("\n")
                || name.contains("\r")
                || name.equals(".")
                || name.equals("..")
                || name.startsWith(".well-known/acme-challenge/")) {
            throw Refused.invalid("Disallowed object name: '" + name + "'.");
        }
        return name;
    }

    private static void checkMetadata(Map<String, String> metadata) throws Refused {
        int size = metadata.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (size > MOST_METADATA) {
            throw Refused.invalid("Total size of custom metadata exceeds the limit of " + MOST_METADATA + " bytes.");
        }
    }
}

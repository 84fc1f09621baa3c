package dev.mvstudio.config.source;

import java.util.List;
import java.util.Map;

/** What a file or a variable says, with its place. */
sealed interface Value permits Scalar, Value.Items, Value.Mapping {
    Place place();

    /** For messages: what stands there. */
    String shown();

    /** Several values in an order. */
    record Items(List<Value> values, Place place) implements Value {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /**
     * Values by name, in the order of the file.
     *
     * @param readable false when it could not be read, so that nothing is known of what is missing
     */
    record Mapping(Map<String, Entry> entries, Place place, boolean readable) implements Value {
        static Mapping empty(Place place) {
            return new Mapping(Map.of(), place, true);
        }

        static Mapping unreadable(Place place) {
            return new Mapping(Map.of(), place, false);
        }

        /** What it says of a section that it does not have. */
        Mapping without() {
            return new Mapping(Map.of(), place, readable);
        }

        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /**
     * One line of a mapping.
     *
     * @param place of its key
     */
    record Entry(Place place, Value value) {}
}

package dev.mvstudio.cli.progress;

/** Shows how far several things are at once. Safe for use by many threads. */
public interface Bars extends AutoCloseable {
    /** One more thing, shown below the others. */
    Bar add(String name);

    /** Ends the display; nothing is shown any more. */
    @Override
    void close();

    /** One thing. */
    interface Bar {
        /**
         * How far it is.
         *
         * @param stage what is being done, such as {@code generating}
         * @param fraction 0.0–1.0
         */
        void at(String stage, double fraction);
    }
}

package dev.mvstudio.cli.shell;

/** How much is logged, and how. The logging library reads this when the first line is logged, so it is said before. */
final class Logs {
    private Logs() {}

    /** Lines for the person who waits for the command. */
    static void ofCommand(String level) {
        set("mvstudio.log.level", level);
        set(
                "mvstudio.log.pattern",
                "%replace(%replace(%level){'WARN','warning'}){'INFO|ERROR','mvstudio'}: %msg%n%nopex");
    }

    /** Lines for a log file. */
    static void ofServer(String level) {
        set("mvstudio.log.level", level);
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

package dev.mvstudio.cli.shell;

/** How much is logged. The logging library reads this when the first line is logged, so it is said before. */
final class Logs {
    private Logs() {}

    static void level(String level) {
        if (System.getProperty("mvstudio.log.level") == null) {
            System.setProperty("mvstudio.log.level", level);
        }
    }
}

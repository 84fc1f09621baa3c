package dev.mvstudio.cli.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for scripts. */
public enum ExitCode {
    OK(0, "done; for serve: stopped in order"),
    BUG(1, "an error in this program"),
    USAGE(2, "the command line or the request is wrong; nothing was spent"),
    SETUP(3, "the configuration or a credential is missing or wrong"),
    GENERATION(4, "the generation failed, or too many wait already"),
    STORAGE(5, "a file or the jobs could not be read or written"),
    INCOMPLETE(6, "some clips or images failed; the others are kept"),
    INTERRUPTED(130, "interrupted (Ctrl-C, SIGTERM); what was finished is kept");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** All of them, for the help. */
    public static Map<String, String> meanings() {
        Map<String, String> all = new LinkedHashMap<>();
        for (ExitCode exit : values()) {
            all.put(String.format("%3d", exit.code), exit.meaning);
        }
        return all;
    }
}

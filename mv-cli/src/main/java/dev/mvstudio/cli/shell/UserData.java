package dev.mvstudio.cli.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where programs keep a user's data, which differs from system to system. */
final class UserData {
    private UserData() {}

    static Path folder(Map<String, String> environment, String system, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("mvstudio");
        }
        return os.startsWith("windows")
                ? given(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                : given(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
    }

    /** The XDG rules have relative paths ignored. */
    private static Path given(Map<String, String> environment, String variable, Path fallback) {
        String value = environment.getOrDefault(variable, "");
        Path base = value.isBlank() || !Path.of(value).isAbsolute() ? fallback : Path.of(value);
        return base.resolve("mvstudio");
    }
}

package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that pass for FFmpeg and misbehave. */
final class Scripts {
    private Scripts() {}

    /** Answers {@code -version} and {@code -encoders}; does the given shell commands for anything else. */
    static Path ffmpeg(Path folder, String commands) {
        try {
            Path script = Files.createDirectories(folder).resolve("ffmpeg");
            Files.writeString(script, """
                    #!/bin/sh
                    case "$2" in
                      -version) echo "ffmpeg version fake"; exit 0;;
                      -encoders) echo " V..... libx264 fake"; exit 0;;
                    esac
                    """ + commands + "\n");
            if (!script.toFile().setExecutable(true)) {
                throw new IOException("not made executable: " + script);
            }
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells its process id to a file, starts a child that does so as well, and hangs. */
    static Path hanging(Path folder) {
        return ffmpeg(
                folder,
                "sleep 600 & echo $! > '" + folder + "/child.part'; echo $$ > '" + folder + "/pid'; mv '" + folder
                        + "/child.part' '" + folder + "/child'; wait");
    }

    static boolean isAlive(Path pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}

package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process with an open draft in the same store. */
final class DraftingProcess {
    private DraftingProcess() {}

    public static void main(String[] args) throws IOException {
        Path file = new LocalAssetStore(Path.of(args[0])).draft(MediaType.MP4).file();
        Files.writeString(file, "half a clip");
        System.out.println(file);
        if (System.in.read() >= 0) {
            throw new IOException("nothing was to be said");
        }
    }

    static Process start(Path root) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DraftingProcess.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Path draftOf(Process process) throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IOException("the other process said nothing");
        }
        return Path.of(line);
    }
}

package dev.mvstudio.adapter.firebase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Firestore for Node, which speaks gRPC. There is none where Node or its registry is missing. */
final class FirestoreEmulator implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "firestore-emulator").toAbsolutePath();

    private final Process process;
    private final String host;

    private FirestoreEmulator(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /** Empty where it cannot be installed. */
    static Optional<FirestoreEmulator> start() throws IOException, InterruptedException {
        if (!isInstalled()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder("node", "serve.mjs")
                .directory(FOLDER.toFile())
                .redirectError(FOLDER.resolve("errors.log").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith("listening at ")) {
            process.destroy();
            throw new IOException(Files.readString(FOLDER.resolve("errors.log")));
        }
        return Optional.of(new FirestoreEmulator(process, "127.0.0.1:" + line.substring("listening at ".length())));
    }

    private static boolean isInstalled() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "package-lock.json", "serve.mjs")) {
            try (InputStream file =
                    Objects.requireNonNull(FirestoreEmulator.class.getResourceAsStream("npm/" + name))) {
                Files.copy(file, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return run("npm", "ls", "--silent")
                || run(
                        "npm",
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--fetch-retries=1",
                        "--fetch-timeout=30000");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Host and port. */
    String host() {
        return host;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}

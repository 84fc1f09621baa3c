package dev.mvstudio.testkit.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A Firestore that is not Google's, in a process of its own which speaks gRPC and ends with this one. */
public final class FirestoreEmulator implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "firestore-emulator").toAbsolutePath();
    private static final String LISTENING = "listening at ";
    private static final int STARTS = 3;

    private final Process process;
    private final int port;
    private final Thread ending;

    private FirestoreEmulator(Process process, int port) {
        this.process = process;
        this.port = port;
        this.ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /**
     * The npm package {@code @firestore-emulator/server}, whose transactions keep nobody out. Empty where Node or its
     * registry is missing.
     */
    public static Optional<FirestoreEmulator> ofNode() {
        try {
            return isInstalled() ? Optional.of(startNode()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Google's own, with transactions as Firestore has them. Empty where {@code gcloud} or its emulator is missing. */
    public static Optional<FirestoreEmulator> ofGoogle() {
        return jar().map(FirestoreEmulator::startGoogle);
    }

    private static FirestoreEmulator startNode() throws IOException {
        Process process = process("node", "serve.mjs");
        String line = await(process, said -> said.startsWith(LISTENING));
        return new FirestoreEmulator(process, Integer.parseInt(line.substring(LISTENING.length())));
    }

    /** It lies beside {@code gcloud}, which is a link in most installations. */
    private static Optional<Path> jar() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "gcloud"))
                .filter(Files::isExecutable)
                .flatMap(FirestoreEmulator::beside)
                .findFirst();
    }

    private static Stream<Path> beside(Path gcloud) {
        try {
            Path root = gcloud.toRealPath().resolve("../..").normalize();
            Path jar = root.resolve("platform/cloud-firestore-emulator/cloud-firestore-emulator.jar");
            return Stream.of(jar).filter(Files::isReadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It does not tell which port it takes, so it is given one that was free a moment ago. */
    private static FirestoreEmulator startGoogle(Path jar) {
        try {
            for (int i = 1; ; i++) {
                int port = free();
                Process process = process(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        jar.toString(),
                        "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
                        "start",
                        "--host=127.0.0.1",
                        "--port=" + port);
                try {
                    await(process, said -> said.contains("is now running"));
                    return new FirestoreEmulator(process, port);
                } catch (IOException e) {
                    if (i == STARTS) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static Process process(String... command) throws IOException {
        Files.createDirectories(FOLDER);
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors().toFile())
                .start();
    }

    private static Path errors() {
        return FOLDER.resolve("errors.log");
    }

    /** Reads on until it says this; afterwards nobody needs what it says, but somebody must read it. */
    private static String await(Process process, Predicate<String> wanted) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (wanted.test(line)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(said -> {}));
                return line;
            }
        }
        process.destroyForcibly();
        throw new IOException("the emulator did not start: " + Files.readString(errors()));
    }

    private static boolean isInstalled() throws IOException {
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

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** On the loopback address. */
    public int port() {
        return port;
    }

    /** Host and port. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}

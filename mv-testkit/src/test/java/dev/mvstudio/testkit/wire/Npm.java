package dev.mvstudio.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A client for Node, and a script that drives it: {@code npm/package.json}, {@code npm/package-lock.json} and
 * {@code npm/drive.mjs} beside a test.
 */
public final class Npm {
    private final Path folder;

    private record Ended(int code, String out, String err) {}

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** The client, or the test is skipped: there may be no Node here, or no registry. */
    public static Npm beside(Class<?> test) throws IOException, InterruptedException {
        Npm npm = new Npm(Path.of("target", "npm-" + test.getPackageName()).toAbsolutePath());
        assumeThat(npm.isInstalled(test))
                .as("the npm client could be installed")
                .isTrue();
        return npm;
    }

    private boolean isInstalled(Class<?> test) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String name : List.of("package.json", "package-lock.json", "drive.mjs")) {
            try (InputStream file = Objects.requireNonNull(test.getResourceAsStream("npm/" + name))) {
                Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!isThere("node") || !isThere("npm")) {
            return false;
        }
        String[] install = {
            "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=30000"
        };
        return run("npm", "ls", "--silent").code == 0 || run(install).code == 0;
    }

    private boolean isThere(String program) throws InterruptedException {
        try {
            return run(program, "--version").code == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** What the script prints, as JSON. */
    public JsonNode drive(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "drive.mjs"));
        command.addAll(List.of(arguments));
        Ended ended = run(command.toArray(String[]::new));
        assertThat(ended.code).as(ended.err).isZero();
        return Json.read(ended.out);
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        Path err = Files.createTempFile("npm", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            return new Ended(ended ? process.exitValue() : -1, out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }
}

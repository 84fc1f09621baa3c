package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.Fakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mvstudio} over a program that is built already and a JDK that only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    private static final String SAYS_HOW_IT_WAS_CALLED = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path script = Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
                .map(f -> f.resolve("mvstudio"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        Files.copy(script, folder.resolve("mvstudio"), StandardCopyOption.COPY_ATTRIBUTES);
        write("pom.xml", "");
        write("jdk/release", "JAVA_VERSION=\"999\"\n");
        for (String program : List.of("jdk/bin/java", "jdk/bin/javac")) {
            Files.setPosixFilePermissions(
                    write(program, SAYS_HOW_IT_WAS_CALLED), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        write("mv-testkit/target/fakes/lib/mv-testkit-0.jar", "");
        write("mv-cli/target/app/lib/mv-cli-0.jar", "");
        write("mv-cli/target/app/build-started", "209901010000.00\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What the JVM is called with. */
    private List<String> launch(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("mvstudio").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().remove("MV_JAVA_OPTS");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fakes_are_a_program_of_their_own() {
        List<String> called = launch("fakes", "--port", "0");

        assertThat(called).endsWith(Fakes.class.getName(), "--port", "0");
        assertThat(called)
                .containsSubsequence(
                        "-cp", folder.resolve("mv-testkit/target/fakes/lib/*").toString());
    }

    @Test
    void other_commands_are_the_program() {
        List<String> called = launch("create", "a film about fakes");

        assertThat(called).endsWith(Main.class.getName(), "create", "a film about fakes");
        assertThat(called)
                .containsSubsequence(
                        "-cp", folder.resolve("mv-cli/target/app/lib/*").toString());
    }

    @Test
    void the_jdk_is_told() {
        assertThat(launch("find-jdk")).containsExactly(folder.resolve("jdk").toString());
    }
}

package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The contract as a browser shows it. */
class DocsPageTest {
    private static final Pattern LOADED =
            Pattern.compile("<(?:script|link|img|iframe)[^>]*?(?:src|href)=\"(?!data:)([^\"]+)\"");

    /** Left to the system: a browser's helpers may still write to it when it has ended. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @Test
    void a_browser_shows_the_operations_and_loads_nothing_from_elsewhere() throws Exception {
        Optional<Path> browser = browser();
        assumeThat(browser).as("chromium is not installed").isPresent();
        try (TestServer server = TestServer.start()) {
            String page = render(browser.orElseThrow(), server.address() + "/docs");

            assertThat(page.replaceAll("<wbr[^>]*>|\u200b", ""))
                    .contains("/api/mv/generate_video", "/api/mv/create_scenes", "opblock-post");
            assertThat(LOADED.matcher(page).results().map(m -> m.group(1)))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/docs/"));
        }
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** No name is resolved, so that the browser itself talks to nobody either. */
    private String render(Path browser, String address) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=15000",
                        "--dump-dom",
                        address)
                .redirectOutput(page.toFile())
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the browser ended")
                    .isTrue();
            return Files.readString(page);
        } finally {
            process.destroyForcibly();
        }
    }
}

package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a page does, run by Node where it is installed. */
final class NodeScript {
    private NodeScript() {}

    /** The JSON that a script beside the tests writes, told the server's address and more. */
    static JsonNode run(String script, URI server, String... more) throws IOException, InterruptedException {
        assumeThat(isThere()).as("node is installed").isTrue();
        List<String> command = new ArrayList<>(List.of("node", path(script), server.toString()));
        command.addAll(List.of(more));
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode seen = new ObjectMapper().readTree(node.getInputStream());
        assertThat(node.waitFor()).isZero();
        return seen;
    }

    private static String path(String script) {
        try {
            return Path.of(Objects.requireNonNull(NodeScript.class.getResource(script))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}

package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Graphs that ran, and the nodes of real servers. Skipped where there are none at hand. */
class RealGraphsTest extends Rehearsal {
    /** In the folder that {@code mv.shared} or {@code MV_SHARED} names, or the nearest folder {@code shared}, upwards. */
    private static Path data(String name) {
        String named = System.getProperty("mv.shared", System.getenv("MV_SHARED"));
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared"));
        Optional<Path> found = folders.map(
                        folder -> folder.resolve("data/comfy").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
        assumeThat(found).as("recorded data").isPresent();
        return found.orElseThrow();
    }

    private static ObjectNode recorded(String name) throws Exception {
        return (ObjectNode) Json.read(Files.readString(data(name)));
    }

    private void run() throws Exception {
        upload("ref.png", Pictures.png(64, 64, 3));
        for (String name : new String[] {"sd35_txt2img_api.json", "sd35_img2img_api.json"}) {
            var response = post("/prompt", prompt(recorded(name)));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode file = finished(json(response).get("prompt_id").asText()).at("/outputs/9/images/0");
            assertThat(size(bytes(view(file)).body())).isEqualTo("1024x576");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void graphs_that_ran_run(Version version) throws Exception {
        startAs(version);
        run();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void graphs_that_ran_run_with_all_the_nodes_there_are(Version version) throws Exception {
        Path info = data("object_info-" + version.number() + ".json");
        fake.close();
        fake = FakeComfyUi.start(FakeComfyUi.Setup.USUAL.version(version).objectInfo(info));
        assertThat(json("/object_info")).hasSizeGreaterThan(300);
        run();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void the_nodes_that_are_built_in_are_those_of_the_real_one(Version version) throws Exception {
        JsonNode real = recorded("object_info-" + version.number() + ".json");
        startAs(version);

        json("/object_info").properties().forEach(own -> {
            JsonNode there = real.path(own.getKey());
            assertThat(there.get("output"))
                    .as(own.getKey())
                    .isEqualTo(own.getValue().get("output"));
            assertThat(there.get("output_node"))
                    .as(own.getKey())
                    .isEqualTo(own.getValue().get("output_node"));
            assertThat(Catalog.inputs(there).keySet())
                    .as(own.getKey())
                    .isEqualTo(Catalog.inputs(own.getValue()).keySet());
            Catalog.inputs(own.getValue()).forEach((name, config) -> {
                JsonNode declared = Catalog.inputs(there).get(name);
                String where = own.getKey() + " " + name;
                assertThat(declared.path(0).getNodeType())
                        .as(where)
                        .isEqualTo(config.path(0).getNodeType());
                for (String limit : new String[] {"default", "min", "max", "step"}) {
                    JsonNode mine = config.path(1).path(limit);
                    JsonNode theirs = declared.path(1).path(limit);
                    assertThat(mine.isMissingNode()
                                    || mine.asText().equals(theirs.asText())
                                    || (mine.isNumber() && mine.asDouble() == theirs.asDouble()))
                            .as(where + " " + limit + ": " + mine + " " + theirs)
                            .isTrue();
                }
            });
        });
    }
}

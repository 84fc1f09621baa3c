package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Payload;
import dev.mvstudio.testkit.wire.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Makes what nodes write: real files, of the size that the graph asks for, whose colour tells graphs apart. */
final class Painter {
    private static final int SIGNATURE_AND_HEADER = 33;
    private static final Size FALLBACK = new Size(512, 512, 1);
    private static final List<String> FIRST = List.of("latent_image", "samples", "pixels", "images", "image", "video");

    private final Graph graph;
    private final Disk disk;

    /** Of pictures, or of what will become pictures. */
    record Size(int width, int height, int batch) {}

    Painter(Graph graph, Disk disk) {
        this.graph = graph;
        this.disk = disk;
    }

    /** What the pictures of a node measure, as far as it can be told from the graph. */
    Size size(String node) {
        return find(node).orElse(FALLBACK);
    }

    private Optional<Size> find(String node) {
        JsonNode inputs = graph.inputs(node);
        if (graph.classOf(node).equals("LoadImage")) {
            return Optional.of(ofFile(inputs.path("image").asText()));
        }
        Optional<Size> source = source(inputs);
        int width = inputs.path("width").asInt();
        int height = inputs.path("height").asInt();
        if (width <= 0 || height <= 0) {
            return source.map(s -> new Size(
                    s.width,
                    s.height,
                    s.batch * Math.max(1, inputs.path("amount").asInt(1))));
        }
        int own = inputs.path("batch_size").asInt(1) * inputs.path("length").asInt(1);
        boolean scales = graph.classOf(node).equals("ImageScale");
        return Optional.of(new Size(width, height, scales ? source.orElse(FALLBACK).batch : own));
    }

    private Optional<Size> source(JsonNode inputs) {
        return inputs.propertyStream()
                .filter(i -> Graph.isLink(i.getValue()))
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .map(i -> find(i.getValue().get(0).asText()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static int rank(Map.Entry<String, JsonNode> input) {
        int rank = FIRST.indexOf(input.getKey());
        return rank < 0 ? FIRST.size() : rank;
    }

    private Size ofFile(String name) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                    disk.annotated(name).map(disk::read).orElse(new byte[0])));
            return image == null ? FALLBACK : new Size(image.getWidth(), image.getHeight(), 1);
        } catch (IOException e) {
            return FALLBACK;
        }
    }

    /** A PNG that carries its graph, as those of the real one do. */
    byte[] png(Size size, String signature, int index, JsonNode workflow) {
        byte[] plain = Pictures.png(size.width, size.height, colour(signature, index));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, SIGNATURE_AND_HEADER);
        file.writeBytes(text("prompt", graph.nodes().toString()));
        if (!workflow.isMissingNode()) {
            file.writeBytes(text("workflow", workflow.toString()));
        }
        file.write(plain, SIGNATURE_AND_HEADER, plain.length - SIGNATURE_AND_HEADER);
        return file.toByteArray();
    }

    /** A clip; each graph has another. */
    byte[] clip(String extension, String signature) {
        if (!extension.equals("mp4")) {
            return matroska(signature);
        }
        return Payload.clip(Json.bytesOf(Painter.class, "/dev/mvstudio/testkit/video/clip.mp4"), signature, 0)
                .head();
    }

    /** A clip and an element that players skip. */
    private static byte[] matroska(String signature) {
        byte[] clip = Json.bytesOf(Painter.class, "clip.webm");
        byte[] mark = signature.getBytes(ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(clip.length + 2 + mark.length);
        return file.put(clip)
                .put((byte) 0xEC)
                .put((byte) (0x80 | mark.length))
                .put(mark)
                .array();
    }

    /** What is shown while a sampler works, a JPEG. */
    byte[] preview(String signature, int step) {
        return Pictures.draw("jpg", "1:1", colour(signature, step));
    }

    private static int colour(String signature, int index) {
        return Integer.parseInt(signature.substring(0, 6), 16) + index * 0x10307;
    }

    private static byte[] text(String key, String value) {
        return Pictures.chunk("tEXt", (key + "\0" + value).getBytes(ISO_8859_1));
    }
}

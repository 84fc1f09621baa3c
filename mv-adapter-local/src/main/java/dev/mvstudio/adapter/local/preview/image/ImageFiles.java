package dev.mvstudio.adapter.local.preview.image;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.domain.asset.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures. Java cannot write WebP, so FFmpeg does. */
final class ImageFiles {
    private static final float JPEG_QUALITY = 0.92f;
    private static final String WEBP_QUALITY = "90";

    private final Ffmpeg ffmpeg;

    ImageFiles(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** What the picture of that number may be called. */
    List<String> names(int number) {
        return Arrays.stream(ImageFormat.values())
                .map(format -> number + "." + format.mediaType().extension())
                .toList();
    }

    void write(BufferedImage image, ImageFormat format, Path file) throws IOException {
        switch (format) {
            case PNG -> png(image, file);
            case JPEG -> jpeg(image, file);
            case WEBP -> webp(image, file);
        }
    }

    private static void png(BufferedImage image, Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this JVM writes no PNG");
        }
    }

    private static void jpeg(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }

    private void webp(BufferedImage image, Path file) throws IOException {
        Path source = file.resolveSibling("source.png");
        png(image, source);
        ffmpeg.run(
                List.of(
                        "-i",
                        source.toString(),
                        "-c:v",
                        "libwebp",
                        "-quality",
                        WEBP_QUALITY,
                        "-bitexact",
                        file.toString()),
                null,
                progress -> {});
        Files.delete(source);
    }
}

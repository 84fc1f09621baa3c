package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.film.FfmpegException;
import dev.mvstudio.adapter.local.film.FileBytes;
import dev.mvstudio.adapter.local.film.Inputs;
import dev.mvstudio.adapter.local.film.MediaFacts;
import dev.mvstudio.adapter.local.film.Mp4;
import dev.mvstudio.adapter.local.film.Mp4Samples;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Looks into media files: pictures by their headers and a decoder that makes a small one, films by their tables, sound
 * by decoding it with FFmpeg.
 */
public final class LocalMediaProbe implements MediaProbe {
    private static final String KNOWN =
            "use a PNG, JPEG or WebP picture, an MP4 film, or MP3, WAV, M4A, AAC, FLAC or OGG";

    private final Ffmpeg ffmpeg;
    private final ImageLimits limits;
    private final SoundProbe sound;

    /** One with the {@linkplain ImageLimits#USUAL usual limits}. */
    public LocalMediaProbe(Ffmpeg ffmpeg) {
        this(ffmpeg, ImageLimits.USUAL);
    }

    public LocalMediaProbe(Ffmpeg ffmpeg, ImageLimits limits) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.sound = new SoundProbe(ffmpeg);
    }

    @Override
    public MediaInfo probe(Path file) {
        try {
            return look(file);
        } catch (EOFException e) {
            throw new InvalidMediaException(Objects.requireNonNullElse(e.getMessage(), "it is cut off"), e);
        } catch (FileSystemException e) {
            throw new InvalidMediaException("it cannot be read (" + e.getClass().getSimpleName() + ")", e);
        } catch (IOException e) {
            throw new InvalidMediaException(Objects.requireNonNullElse(e.getMessage(), "it is damaged"), e);
        } catch (FfmpegException e) {
            if (e.fault() == FfmpegException.Fault.INTERRUPTED) {
                throw e;
            }
            throw new InvalidMediaException("it cannot be decoded: " + e.getMessage(), e);
        }
    }

    private MediaInfo look(Path file) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            if (bytes.length() == 0) {
                throw new IOException("it is empty");
            }
            return switch (Signature.of(bytes)) {
                case PNG -> picture(file, MediaType.PNG, "png", PictureHeader.png(bytes));
                case JPEG -> picture(file, MediaType.JPEG, "jpeg", PictureHeader.jpeg(bytes));
                case WEBP -> picture(file, MediaType.WEBP, "webp", PictureHeader.webp(bytes));
                case ISO_MEDIA -> film(file);
                case SOUND -> sound.probe(file);
                case UNKNOWN -> throw unknown(bytes);
            };
        }
    }

    private static IOException unknown(FileBytes bytes) throws IOException {
        String guess = Signature.guess(bytes);
        return new IOException(
                (guess == null ? "it is of no known format" : "it is " + guess + ", which is not supported") + ": "
                        + KNOWN);
    }

    private MediaInfo picture(Path file, MediaType type, String format, PictureHeader header) throws IOException {
        long width = header.width();
        long height = header.height();
        if (width == 0 || height == 0) {
            throw new IOException("it is damaged: it has no pixels");
        }
        if (width > limits.side() || height > limits.side() || width * height > limits.pixels()) {
            throw new IOException("it is " + width + "x" + height + " pixels: at most " + limits.side() + " a side and "
                    + limits.pixels() / 1_000_000 + " megapixels are taken");
        }
        PictureDecoder.check(file, format, header);
        return new MediaInfo(type, new FrameSize((int) width, (int) height), null, false);
    }

    private MediaInfo film(Path file) throws IOException {
        Mp4 mp4 = Mp4.read(file);
        FrameSize frame = mp4.frame();
        if (frame == null) {
            return sound.probe(file);
        }
        Mp4Samples.check(file);
        Duration duration = mp4.inFragments()
                ? MediaFacts.of(ffmpeg.look(Inputs.of(file)).log()).duration()
                : mp4.duration();
        if (duration == null || !duration.isPositive()) {
            throw new IOException("it lasts no time");
        }
        return new MediaInfo(MediaType.MP4, frame, duration, mp4.audio() != null);
    }
}

package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A quiet bed of music: a pad on four chords, a bass, and a plucked pulse. Its peaks are 10 dB under full scale. */
final class MusicBed {
    private static final int RATE = ClipFormat.SAMPLE_RATE;
    private static final float CEILING = 0.3f;
    private static final int FADE = RATE / 20;
    private static final float[] SINE = new float[4096];
    private static final List<List<Integer>> MINOR =
            List.of(List.of(0, 8, 3, 10), List.of(0, 5, 8, 7), List.of(0, 3, 8, 5));
    private static final List<List<Integer>> MAJOR =
            List.of(List.of(0, 7, 9, 5), List.of(0, 5, 9, 7), List.of(0, 4, 5, 7));

    static {
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / SINE.length);
        }
    }

    private final float[] left;
    private final float[] right;
    private final Dice dice;
    private final int root;
    private final boolean dark;

    private MusicBed(int samples, boolean dark, Dice dice) {
        this.left = new float[samples];
        this.right = new float[samples];
        this.dice = dice;
        this.dark = dark;
        this.root = 43 + dice.below(9);
    }

    /** Writes a WAV file of that many samples: 16 bits, stereo. */
    static void write(Path file, int samples, boolean dark, Dice dice) throws IOException {
        MusicBed bed = new MusicBed(samples, dark, dice);
        bed.compose();
        bed.level();
        bed.save(file);
    }

    private void compose() {
        List<Integer> chords = dice.pick(dark ? MINOR : MAJOR);
        double bar = dice.between(1.8, 2.6);
        int steps = dice.pick(List.of(4, 6, 8));
        for (int i = 0; i * bar * RATE < left.length; i++) {
            int chord = chords.get(i % chords.size());
            int third = third(chord);
            double at = i * bar;
            for (int interval : new int[] {0, third, 7}) {
                pad(at, bar, root + 12 + chord + interval, 0.16);
            }
            pad(at, bar, root - 12 + chord, 0.3);
            for (int step = 0; step < steps; step++) {
                int note = List.of(0, 7, 12, 12 + third).get((step * 3 + i) % 4);
                pluck(at + step * bar / steps, root + 24 + chord + note, 0.11, step % 2 == 0 ? 0.35 : 0.65);
            }
        }
    }

    /** Minor or major, so that the chord stays in the key. */
    private int third(int chord) {
        boolean minor = (dark ? List.of(0, 5, 7) : List.of(2, 4, 9)).contains(chord);
        return minor ? 3 : 4;
    }

    /** Overlaps its neighbours, so that their sum neither swells nor dips. */
    private void pad(double at, double length, int note, double loud) {
        double overlap = 0.25;
        int from = (int) ((at - overlap) * RATE);
        int to = (int) ((at + length + overlap) * RATE);
        int ramp = (int) (2 * overlap * RATE);
        double step = SINE.length * frequency(note) / RATE;
        for (int i = Math.max(0, from); i < Math.min(left.length, to); i++) {
            double gain = loud * Math.min(1, Math.min(i - from, to - i) / (double) ramp);
            double phase = i * step;
            float soft = sine(phase) + 0.25f * sine(2 * phase);
            left[i] += (float) (gain * (soft + 0.7f * sine(phase * 1.003)));
            right[i] += (float) (gain * (soft + 0.7f * sine(phase * 0.997)));
        }
    }

    private void pluck(double at, int note, double loud, double place) {
        int from = (int) (at * RATE);
        int length = (int) (0.9 * RATE);
        double step = SINE.length * frequency(note) / RATE;
        double fall = StrictMath.exp(-5.0 / RATE);
        double gain = loud;
        for (int i = 0; i < length && from + i < left.length; i++) {
            double attack = Math.min(1, i / (0.006 * RATE)) * Math.min(1, (length - i) / (0.05 * RATE));
            float tone = (float) (gain * attack * (sine(i * step) + 0.3 * sine(3 * i * step)));
            left[from + i] += (float) (tone * (1 - place) * 2);
            right[from + i] += (float) (tone * place * 2);
            gain *= fall;
        }
    }

    private static double frequency(int note) {
        return 440 * StrictMath.pow(2, (note - 69) / 12.0);
    }

    private static float sine(double phase) {
        return SINE[(int) phase & (SINE.length - 1)];
    }

    private void level() {
        float peak = 1e-6f;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        for (int i = 0; i < left.length; i++) {
            float fade = Math.min(1, Math.min(i, left.length - 1 - i) / (float) FADE);
            left[i] *= CEILING / peak * fade;
            right[i] *= CEILING / peak * fade;
        }
    }

    private void save(Path file) throws IOException {
        int bytes = left.length * 4;
        ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        head.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * 4);
        head.putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt(bytes);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(head.array());
            for (int i = 0; i < left.length; i++) {
                put(out, left[i]);
                put(out, right[i]);
            }
        }
    }

    private static void put(OutputStream out, float sample) throws IOException {
        int value = Math.round(sample * Short.MAX_VALUE);
        out.write(value);
        out.write(value >> 8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package dev.mvstudio.adapter.local.preview.video;

/** One channel of a layer, painted into its part of a frame. For use by one thread. */
final class Channel {
    private final Spans spans;
    private final Sampler samples;
    private final Sampler opacity;
    private final int start;
    private final int width;

    /**
     * @param plane its samples, times the opacity
     * @param start where the channel begins in the frame's buffer
     * @param width of the channel in the frame
     */
    Channel(Plane plane, Plane opacity, int start, int width) {
        this.spans = Spans.of(opacity);
        this.samples = new Sampler(plane, spans, width);
        this.opacity = new Sampler(opacity, spans, width);
        this.start = start;
        this.width = width;
    }

    /** The row of the frame from which on nothing behind this layer is seen. */
    int hidesFrom(Window window) {
        return (int) Math.ceil((spans.opaqueFrom() - window.y()) / window.step() + 1);
    }

    /** Paints the rows of the frame above the given one. */
    void paint(byte[] frame, Window window, int rows) {
        samples.look(window);
        opacity.look(window);
        for (int y = 0; y < rows; y++) {
            int source = samples.source(y);
            int from = samples.from(source, source + 1);
            int to = samples.to(source, source + 1);
            if (source >= spans.opaqueFrom()) {
                cover(frame, start + y * width, samples.row(y, 0, width));
            } else if (from < to) {
                blend(frame, start + y * width, y, from, to);
            }
        }
    }

    private void cover(byte[] frame, int at, int[] row) {
        for (int x = 0; x < row.length; x++) {
            frame[at + x] = (byte) row[x];
        }
    }

    private void blend(byte[] frame, int at, int y, int from, int to) {
        int[] row = samples.row(y, from, to);
        int[] share = opacity.row(y, from, to);
        for (int x = from; x < to; x++) {
            int behind = (frame[at + x] & 0xff) * (255 - share[x]);
            frame[at + x] = (byte) Math.min(255, ((behind * 257 + 32768) >>> 16) + row[x]);
        }
    }
}

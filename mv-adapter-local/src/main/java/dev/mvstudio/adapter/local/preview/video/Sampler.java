package dev.mvstudio.adapter.local.preview.video;

/**
 * Reads a plane through a window that need not lie on whole pixels, so that slow moves do not jerk. Rows are asked for
 * from top to bottom. For use by one thread.
 */
final class Sampler {
    private final Plane plane;
    private final Spans spans;
    private final int[] left;
    private final int[] weight;
    private final int[] result;
    private int[] upper;
    private int[] lower;
    private int upperRow;
    private int lowerRow;
    private Window window = new Window(0, 0, 1);

    /** @param width of the rows that are asked for */
    Sampler(Plane plane, Spans spans, int width) {
        this.plane = plane;
        this.spans = spans;
        left = new int[width];
        weight = new int[width];
        result = new int[width];
        upper = new int[width];
        lower = new int[width];
    }

    void look(Window through) {
        window = through;
        upperRow = -2;
        lowerRow = -2;
        for (int i = 0; i < left.length; i++) {
            double x = clamp(window.x() + (i + 0.5) * window.step() - 0.5, plane.width());
            left[i] = (int) x;
            weight[i] = (int) ((x - left[i]) * 256);
        }
    }

    /** The row of the plane that a row of the frame is read from, together with the next one. */
    int source(int y) {
        return (int) exactly(y);
    }

    private double exactly(int y) {
        return clamp(window.y() + (y + 0.5) * window.step() - 0.5, plane.height());
    }

    /** The first column of the frame that these rows of the plane reach. */
    int from(int first, int last) {
        double at = (spans.first(first, last) - window.x()) / window.step() - 1.5;
        return (int) Math.max(0, Math.min(result.length, at));
    }

    /** The column of the frame after the last one that these rows of the plane reach. */
    int to(int first, int last) {
        double at = (spans.end(first, last) - window.x()) / window.step() + 2.5;
        return (int) Math.max(0, Math.min(result.length, at));
    }

    /** The samples of one row of the frame, 0–255, in the given columns; overwritten by the next call. */
    int[] row(int y, int from, int to) {
        double at = exactly(y);
        int row = (int) at;
        int share = (int) ((at - row) * 256);
        load(row);
        int[] a = upper;
        int[] b = lower;
        int[] c = result;
        for (int i = from; i < to; i++) {
            c[i] = (a[i] * (256 - share) + b[i] * share + 32768) >>> 16;
        }
        return c;
    }

    private void load(int row) {
        if (row == lowerRow) {
            int[] spare = upper;
            upper = lower;
            lower = spare;
            upperRow = lowerRow;
            lowerRow = -2;
        }
        if (row != upperRow) {
            read(row, upper);
            upperRow = row;
        }
        if (row + 1 != lowerRow) {
            read(row + 1, lower);
            lowerRow = row + 1;
        }
    }

    /** Reads what the rows of the frame next to it may need. */
    private void read(int row, int[] into) {
        int to = to(row - 1, row + 1);
        byte[] samples = plane.samples();
        int start = row * plane.width();
        for (int i = from(row - 1, row + 1); i < to; i++) {
            int at = start + left[i];
            into[i] = (samples[at] & 0xff) * (256 - weight[i]) + (samples[at + 1] & 0xff) * weight[i];
        }
    }

    /** Inside the plane, with a neighbour to the right and below. */
    private static double clamp(double at, int size) {
        return Math.max(0, Math.min(size - 1.001, at));
    }
}

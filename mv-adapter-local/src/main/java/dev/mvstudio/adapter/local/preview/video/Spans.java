package dev.mvstudio.adapter.local.preview.video;

import java.util.Arrays;

/** Where a picture is not transparent: a range of columns for each row, so that the rest costs nothing. */
final class Spans {
    private final int[] first;
    private final int[] end;
    private final int opaqueFrom;

    private Spans(int[] first, int[] end, int opaqueFrom) {
        this.first = first;
        this.end = end;
        this.opaqueFrom = opaqueFrom;
    }

    static Spans of(Plane opacity) {
        int[] first = new int[opacity.height()];
        int[] end = new int[opacity.height()];
        Arrays.fill(first, opacity.width());
        int opaqueFrom = opacity.height();
        for (int y = opacity.height() - 1; y >= 0; y--) {
            boolean opaque = true;
            for (int x = 0; x < opacity.width(); x++) {
                int value = opacity.at(x, y);
                opaque &= value == 255;
                if (value != 0) {
                    first[y] = Math.min(first[y], x);
                    end[y] = x + 1;
                }
            }
            opaqueFrom = opaque && opaqueFrom == y + 1 ? y : opaqueFrom;
        }
        return new Spans(first, end, opaqueFrom);
    }

    /** The first column that is not transparent in any of the rows. */
    int first(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int y = Math.max(0, from); y <= Math.min(first.length - 1, to); y++) {
            least = Math.min(least, first[y]);
        }
        return least;
    }

    /** The column after the last one that is not transparent in any of the rows. */
    int end(int from, int to) {
        int most = 0;
        for (int y = Math.max(0, from); y <= Math.min(end.length - 1, to); y++) {
            most = Math.max(most, end[y]);
        }
        return most;
    }

    /** From this row on it hides whatever is behind it. */
    int opaqueFrom() {
        return opaqueFrom;
    }
}

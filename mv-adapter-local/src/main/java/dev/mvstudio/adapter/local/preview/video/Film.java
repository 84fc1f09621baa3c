package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.domain.asset.FrameSize;
import java.util.List;

/** Puts the layers of a clip together, frame by frame. For use by one thread. */
final class Film {
    private final FrameSize frame;
    private final CameraMove move;
    private final List<Sheet> sheets;
    private final Sheet still;
    private final Drift drift;
    private final byte[] buffer;

    /**
     * @param layers the rearmost one first
     * @param still a picture as big as the frame that does not move with the camera
     */
    Film(FrameSize frame, CameraMove move, List<Layer> layers, Layer still, Drift drift) {
        this.frame = frame;
        this.move = move;
        this.sheets = layers.stream().map(layer -> new Sheet(layer, frame)).toList();
        this.still = new Sheet(still, frame);
        this.drift = drift;
        this.buffer = new byte[frame.width() * frame.height() * 3 / 2];
    }

    /**
     * One frame, 4:2:0, plane by plane; overwritten by the next call.
     *
     * @param time 0 for the first frame, 1 for the last one
     */
    byte[] frame(double time) {
        int[] visible = new int[sheets.size() + 1];
        visible[sheets.size()] = frame.height();
        for (int i = sheets.size() - 1; i >= 0; i--) {
            visible[i] = Math.min(visible[i + 1], sheets.get(i).hidesFrom(window(i, time)));
        }
        for (int i = 0; i < sheets.size(); i++) {
            sheets.get(i).paint(buffer, window(i, time), visible[i + 1]);
        }
        drift.over(buffer, frame, time);
        still.paint(buffer, new Window(0, 0, 1), frame.height());
        return buffer;
    }

    private Window window(int sheet, double time) {
        return move.window(time, sheets.get(sheet).nearness());
    }

    /** A layer, ready for the frame's three channels. */
    private static final class Sheet {
        private final double nearness;
        private final Channel luma;
        private final Channel blue;
        private final Channel red;

        Sheet(Layer layer, FrameSize frame) {
            Yuv picture = Yuv.of(layer.image());
            int size = frame.width() * frame.height();
            int half = frame.width() / 2;
            nearness = layer.nearness();
            luma = new Channel(picture.luma(), picture.opacity(), 0, frame.width());
            blue = new Channel(picture.blue(), picture.colourOpacity(), size, half);
            red = new Channel(picture.red(), picture.colourOpacity(), size + size / 4, half);
        }

        double nearness() {
            return nearness;
        }

        int hidesFrom(Window window) {
            return Math.max(0, luma.hidesFrom(window));
        }

        void paint(byte[] buffer, Window window, int rows) {
            luma.paint(buffer, window, rows);
            blue.paint(buffer, window.halved(), (rows + 1) / 2);
            red.paint(buffer, window.halved(), (rows + 1) / 2);
        }
    }
}

package dev.mvstudio.adapter.local.film;

import dev.mvstudio.adapter.local.film.Timeline.Piece;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.film.Fit;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes pieces of a film, all to the same parameters, so that they can be joined without encoding them again.
 *
 * @param frame of the film
 * @param fit how clips of another shape are brought to it
 * @param timeline where the piece is
 * @param fadeOut how many frames at the end of the film fade to black
 */
record PictureGraph(FrameSize frame, Fit fit, Timeline timeline, long fadeOut) {
    static final List<String> ENCODER = List.of(
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p");

    /** The arguments that write one piece. */
    List<String> arguments(Piece piece, String target) {
        List<String> args = new ArrayList<>(List.of("-xerror"));
        args.addAll(Inputs.of(piece.clip().file()));
        SourceClip next = piece.next();
        if (next != null) {
            args.add("-xerror");
            args.addAll(Inputs.of(next.file()));
        }
        args.addAll(List.of("-filter_complex", graph(piece), "-map", "[film]", "-an", "-sn", "-dn"));
        args.addAll(List.of("-frames:v", String.valueOf(piece.frames())));
        args.addAll(List.of("-r", timeline.rate().toString()));
        args.addAll(ENCODER);
        args.addAll(List.of("-f", "mp4", target));
        return args;
    }

    private String graph(Piece piece) {
        String first = "[0:v:0]" + shape() + part(piece.from(), piece.frames());
        if (piece.next() == null) {
            return first + fade(piece) + "[film]";
        }
        String length = Seconds.exact(timeline.rate().length(timeline.cross()));
        return first + "[a];[1:v:0]" + shape() + part(0, piece.frames())
                + "[b];[a][b]xfade=transition=fade:offset=0:duration=" + length + "," + part(0, piece.frames())
                + fade(piece) + "[film]";
    }

    /** The film's frame, square pixels and frame rate. */
    private String shape() {
        int w = even(frame.width());
        int h = even(frame.height());
        String size = w + ":" + h;
        String fitted = fit == Fit.PAD
                ? "scale=" + size + ":force_original_aspect_ratio=decrease:force_divisible_by=2,pad=" + size
                        + ":(ow-iw)/2:(oh-ih)/2"
                : "scale=" + size + ":force_original_aspect_ratio=increase:force_divisible_by=2,crop=" + size;
        return "scale=max(2\\,trunc(iw*sar/2)*2):ih,setsar=1," + fitted + ",setsar=1,format=yuv420p,fps="
                + timeline.rate() + ",settb=AVTB,";
    }

    private static int even(int side) {
        return Math.max(2, side / 2 * 2);
    }

    /** These frames, exactly; the last one is repeated when there are too few. */
    private String part(long from, long frames) {
        return "tpad=stop=-1:stop_mode=clone,trim=start_frame=" + from + ":end_frame=" + (from + frames)
                + ",setpts=PTS-STARTPTS,fps=" + timeline.rate();
    }

    /** The part of the film's fade-out that is in this piece. */
    private String fade(Piece piece) {
        long start = timeline.frames() - fadeOut;
        if (fadeOut == 0 || piece.at() + piece.frames() <= start) {
            return "";
        }
        String at = Seconds.exact(timeline.rate().length(piece.at()));
        return ",setpts=PTS+" + at + "/TB,fade=t=out:st="
                + Seconds.exact(timeline.rate().length(start)) + ":d="
                + Seconds.exact(timeline.rate().length(fadeOut)) + ",setpts=PTS-" + at + "/TB";
    }
}

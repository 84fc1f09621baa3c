package dev.mvstudio.adapter.local.film;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A film, frame by frame: which part of which clip is when.
 *
 * @param rate of the film
 * @param cross how many frames one clip fades into the next; 0 for a cut
 * @param pieces without gaps, in order
 * @param frames of the whole film
 */
record Timeline(Rate rate, long cross, List<Piece> pieces, long frames) {
    /**
     * A part of the film that is made in one go.
     *
     * @param at where it is in the film
     * @param clip that is seen
     * @param from which of its frames on; its last one stands when there are too few
     * @param frames how many
     * @param next what it fades into during the whole piece, from its beginning; null for nothing
     */
    record Piece(
            long at,
            SourceClip clip,
            long from,
            long frames,
            @Nullable SourceClip next) {}

    static Timeline natural(List<SourceClip> clips, Rate rate, long cross) {
        List<Piece> pieces = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < clips.size(); i++) {
            SourceClip clip = clips.get(i);
            boolean last = i == clips.size() - 1;
            long from = i == 0 ? 0 : cross;
            long to = rate.in(clip.duration()) - (last ? 0 : cross);
            at = add(pieces, new Piece(at, clip, from, to - from, null));
            if (!last) {
                at = add(pieces, new Piece(at, clip, to, cross, clips.get(i + 1)));
            }
        }
        return new Timeline(rate, cross, List.copyOf(pieces), at);
    }

    private static long add(List<Piece> pieces, Piece piece) {
        if (piece.frames > 0) {
            pieces.add(piece);
        }
        return piece.at + piece.frames;
    }

    /** Cut, or with its last frame standing. */
    Timeline lasting(long wanted) {
        List<Piece> cut = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            long frames = last ? wanted - p.at : Math.min(p.frames, wanted - p.at);
            add(cut, new Piece(p.at, p.clip, p.from, frames, p.next));
        }
        return new Timeline(rate, cross, List.copyOf(cut), wanted);
    }
}

package dev.mvstudio.adapter.local.asset;

/**
 * How large a picture may be. What is larger is refused by its header, before anything of it is decoded.
 *
 * @param pixels in all
 * @param side width or height, in pixels
 */
public record ImageLimits(long pixels, int side) {
    /** 40 megapixels, 16,384 a side. */
    public static final ImageLimits USUAL = new ImageLimits(40_000_000, 16_384);
}

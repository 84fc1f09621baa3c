package dev.mvstudio.testkit.gemini;

/** What goes wrong with the download of a file, at the origin that has its bytes. */
public enum DownloadFault {
    /** The connection ends before {@code Content-Length} bytes have come. */
    CUT,
    /** The connection ends before the last chunk has come; there is no {@code Content-Length}. */
    CHUNKED_CUT,
    /** The connection ends before anything has come. */
    DROPPED,
    /** A page, with status 200 and the media type of a video. */
    HTML,
    /** Nothing, with status 200. */
    EMPTY,
    /** A picture, called a video. */
    PNG,
    /** All bytes, a few at a time: some 5 seconds for whatever size. */
    SLOW,
    /** Another path here, which says the same again, for ever. */
    REDIRECT_LOOP,
    /** Another host; see {@link Downloads#redirectingTo}. */
    REDIRECT_ELSEWHERE,
    FORBIDDEN,
    NOT_FOUND,
    UNAVAILABLE
}

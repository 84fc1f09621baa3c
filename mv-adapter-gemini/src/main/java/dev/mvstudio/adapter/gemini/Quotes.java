package dev.mvstudio.adapter.gemini;

import dev.mvstudio.wire.Wording;

/** What Google says, fit to be shown. */
final class Quotes {
    private Quotes() {}

    /** One line of limited length; Google's keys, whosever they are, are left out. */
    static String quoted(String text) {
        return Wording.quoted(text.replaceAll("AIza[\\w-]{6,}", "***"));
    }

    /** A colon and a quote; nothing for nothing. */
    static String said(String text) {
        return text.isBlank() ? "" : ": " + quoted(text);
    }
}

package dev.mvstudio.cli.shell;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.cost.Money;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/** Lengths, sizes and prices as people read them. */
public final class Measures {
    private Measures() {}

    /** {@code 12.0 s, 1280x720, 3.4 MB}, as far as it is known. */
    public static String of(Asset asset) {
        StringJoiner text = new StringJoiner(", ");
        Duration length = asset.info().duration();
        FrameSize frame = asset.info().frame();
        if (length != null) {
            text.add(String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0));
        }
        if (frame != null) {
            text.add(frame.toString());
        }
        return text.add(size(asset.size())).toString();
    }

    /** {@code 5 s}, {@code 12 min}, {@code 3 h}, {@code 9 d}; what has yet to come is {@code 0 s}. */
    public static String age(Duration age) {
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return age.toMinutes() + " min";
        }
        return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + " h" : age.toDays() + " d";
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** {@code 3.20 USD}. */
    public static String of(Money money) {
        return Objects.requireNonNull(money.amount()).toPlainString() + " "
                + money.currency().getCurrencyCode();
    }
}

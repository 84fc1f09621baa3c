package dev.mvstudio.config;

import dev.mvstudio.config.source.Form;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.cost.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the studio's own kinds of values are written. */
final class Forms {
    static final Form<AspectRatio> RATIO =
            Form.of("a ratio such as 16:9, each side 1 to 99", new AspectRatio(1, 1), AspectRatio::parse);
    static final Form<Resolution> RESOLUTION =
            Form.of("a resolution such as 720p, 120p to 4320p", new Resolution(720), Resolution::parse);
    static final Form<ImageFormat> IMAGE_FORMAT =
            Form.of("one of png, jpeg, webp", ImageFormat.PNG, ImageFormat::parse);
    static final Form<Path> PATH = Form.of("a path", Path.of(""), Forms::path);
    static final Form<URI> ADDRESS =
            Form.of("an address such as https://example.org", URI.create("http://localhost"), Forms::address);
    static final Form<Durations> LENGTHS = new Form<>(
            "a number of seconds or a range such as 1-60, at most 3600", Durations.NONE, s -> lengths(s.text()));
    static final Form<Price> PRICE =
            Form.of("free, or a price such as 0.40 USD per second (call, image, second)", Price.FREE, Forms::price);

    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);
    private static final Map<String, Long> LONG_MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "day", 86_400_000L, "days", 86_400_000L);
    private static final Map<String, Long> BYTES = Map.of(
            "B",
            1L,
            "kB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15}) ?([A-Za-z]{1,4})");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");
    private static final Pattern COST = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?) ([A-Z]{3}) per ([a-z]+)");

    private Forms() {}

    /** A time with its unit. */
    static Form<Duration> time(String least, String most) {
        return quantity("a time " + least + " to " + most + ", such as 90 s (ms, s, min, h)", MILLIS, least, most)
                .map(Duration::ofMillis);
    }

    /** A time with its unit, which may be days. */
    static Form<Duration> longTime(String least, String most) {
        return quantity(
                        "a time " + least + " to " + most + ", such as 30 days (ms, s, min, h, day, days)",
                        LONG_MILLIS,
                        least,
                        most)
                .map(Duration::ofMillis);
    }

    /** The same, or {@code never}, which is empty. */
    static Form<Optional<Duration>> timeOrNever(String least, String most) {
        Form<Optional<Duration>> time = longTime(least, most).map(Optional::of);
        return new Form<>(
                "never or " + time.expected(),
                time.standIn(),
                s -> s.isText() && s.text().strip().equals("never")
                        ? Optional.of(Optional.empty())
                        : time.read().apply(s));
    }

    /** A size with its unit, in bytes. */
    static Form<Long> size(String least, String most) {
        return quantity(
                "a size " + least + " to " + most + ", such as 20 MB (B, kB, MB, GB, KiB, MiB, GiB)",
                BYTES,
                least,
                most);
    }

    private static Form<Long> quantity(String expected, Map<String, Long> units, String least, String most) {
        BigInteger from = quantity(least, units).orElseThrow();
        BigInteger to = quantity(most, units).orElseThrow();
        return Form.of(
                expected,
                1L,
                text -> quantity(text, units)
                        .filter(n -> n.compareTo(from) >= 0 && n.compareTo(to) <= 0)
                        .map(BigInteger::longValueExact));
    }

    private static Optional<BigInteger> quantity(String text, Map<String, Long> units) {
        Matcher m = QUANTITY.matcher(text);
        return m.matches() && units.containsKey(m.group(2))
                ? Optional.of(new BigInteger(m.group(1)).multiply(BigInteger.valueOf(units.get(m.group(2)))))
                : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return Optional.of(address).filter(a -> web && a.getHost() != null && a.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Durations> lengths(String text) {
        Matcher m = RANGE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int shortest = Integer.parseInt(m.group(1));
        int longest = m.group(2) == null ? shortest : Integer.parseInt(m.group(2));
        return shortest >= 1 && shortest <= longest && longest <= 3_600
                ? Optional.of(Durations.between(shortest, longest))
                : Optional.empty();
    }

    private static Optional<Price> price(String text) {
        if (text.equals("free")) {
            return Optional.of(Price.FREE);
        }
        Matcher m = COST.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            Currency currency = Currency.getInstance(m.group(2));
            Price.Unit unit = Price.Unit.valueOf(m.group(3).toUpperCase(Locale.ROOT));
            return Optional.of(new Price(new Money(new BigDecimal(m.group(1)), currency), unit));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

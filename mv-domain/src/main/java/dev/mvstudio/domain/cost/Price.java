package dev.mvstudio.domain.cost;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * What a model charges, as configured; providers change their prices, so this is an estimate.
 *
 * @param each the price of one unit
 * @param per what is counted
 */
public record Price(Money each, Unit per) {
    public static final Price FREE = new Price(new Money(BigDecimal.ZERO, Currency.getInstance("USD")), Unit.CALL);

    /** What a provider counts. */
    public enum Unit {
        CALL,
        IMAGE,
        SECOND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The price of one request.
     *
     * @param images how many images it asks for
     * @param seconds how many seconds of video it asks for
     */
    public Money estimate(long images, long seconds) {
        return switch (per) {
            case CALL -> each;
            case IMAGE -> each.times(images);
            case SECOND -> each.times(seconds);
        };
    }
}

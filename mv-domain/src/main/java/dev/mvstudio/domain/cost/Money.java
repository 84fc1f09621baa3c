package dev.mvstudio.domain.cost;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency, not negative. */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount of money must not be negative: " + amount);
        }
    }

    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }
}

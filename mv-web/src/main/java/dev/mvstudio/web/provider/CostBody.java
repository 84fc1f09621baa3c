package dev.mvstudio.web.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.domain.cost.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What something costs. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Cost")
public record CostBody(
        @Schema(description = "By the configured prices", example = "3.2")
        BigDecimal estimated,

        @Schema(description = "What the provider charged, where it says so") @Nullable
        BigDecimal actual,

        @Schema(example = "USD") String currency) {
    public static CostBody from(Money estimate) {
        return new CostBody(estimate.amount(), null, estimate.currency().getCurrencyCode());
    }
}

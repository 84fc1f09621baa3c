package dev.mvstudio.testkit.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.asset.NewAssets;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all {@link Documents} must keep to. */
public abstract class DocumentsContract {
    /** Those under test. */
    protected abstract Documents documents();

    /** The same, as another process sees them. */
    protected abstract Documents sameDocuments();

    /** Where the pictures are that records mention. */
    protected abstract AssetStore assets();

    /** A bit of everything. */
    public record Everything(
            String text,
            int count,
            long big,
            double share,
            boolean yes,
            @Nullable Integer maybe,
            @Nullable Long seed,
            Kind kind,
            BigDecimal exact,
            Duration time,
            Instant at,
            URI address,
            Money price,
            JobId id,
            List<Inner> list,
            Set<Kind> set,
            Map<String, Inner> map,
            Map<Kind, List<Inner>> deep) {}

    /** A record within a record. */
    public record Inner(String name, @Nullable String remark) {
        public Inner {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an inner one needs a name");
            }
        }

        /** Not a component: must neither be written nor be expected. */
        public boolean isLong() {
            return name.length() > 100;
        }

        public String getShout() {
            return Objects.requireNonNull(remark, "nobody may ask for this");
        }
    }

    /** One of two. */
    public enum Kind {
        ONE {
            @Override
            public String toString() {
                return "the first";
            }
        },
        TWO
    }

    /** With a picture. */
    public record Picture(String name, List<ReferenceImage> images) {}

    /** With a credential. */
    public record Login(String name, List<Secret> secrets) {}

    /** With none. */
    public record Nothing() {}

    /** Some components that may be absent. */
    public record Maybe(
            @Nullable String text,
            @Nullable Duration time,
            @Nullable Inner inner,
            @Nullable List<String> list) {}

    private static Everything everything() {
        Inner plain = new Inner("a", null);
        Inner odd = new Inner("\"ö\u0000\n\t\\ 猫 🎻\u2028", "0.1");
        return new Everything(
                "line\nline \"quoted\" </script> 猫 🎻",
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                0.1,
                true,
                0,
                9_007_199_254_740_993L,
                Kind.ONE,
                new BigDecimal("0.250"),
                Duration.ofSeconds(90, 5),
                Instant.parse("2026-06-01T12:00:00.123456789Z"),
                URI.create("https://example.org/a%20b?c=d&e=%C3%A9#f"),
                new Money(new BigDecimal("12.30"), Currency.getInstance("USD")),
                Orders.id(),
                List.of(plain, odd),
                Set.of(Kind.TWO),
                Map.of("x.y", plain, "", odd),
                Map.of(Kind.ONE, List.of(plain), Kind.TWO, List.of()));
    }

    @Test
    void what_was_written_is_read_again() {
        Everything everything = everything();

        String text = documents().write(everything);

        assertThat(sameDocuments().read(text, Everything.class)).isEqualTo(everything);
    }

    @Test
    void equal_records_have_equal_texts() {
        assertThat(documents().write(new Inner("a", "b")))
                .isEqualTo(sameDocuments().write(new Inner("a", "b")));
        assertThat(documents().write(new Inner("a", "b")))
                .isNotEqualTo(documents().write(new Inner("a", "c")));
    }

    @Test
    void what_is_absent_stays_absent() {
        Maybe nothing = new Maybe(null, null, null, null);

        assertThat(sameDocuments().read(documents().write(nothing), Maybe.class))
                .isEqualTo(nothing);
        assertThat(sameDocuments().read(documents().write(new Nothing()), Nothing.class))
                .isEqualTo(new Nothing());
    }

    @Test
    void a_long_text_is_kept_whole() {
        Inner large = new Inner("猫x".repeat(500_000), null);

        assertThat(sameDocuments().read(documents().write(large), Inner.class)).isEqualTo(large);
    }

    @Test
    void a_picture_has_its_bytes_again() throws IOException {
        Asset asset = NewAssets.publish(assets(), NewAssets.clip(NewAssets.id()), "hello".getBytes(UTF_8));
        List<ReferenceImage> images = new ArrayList<>();
        images.add(
                new ReferenceImage(asset, () -> assets().content(asset).bytes().open()));

        String text = documents().write(new Picture("p", images));
        ReferenceImage read = sameDocuments().read(text, Picture.class).images().getFirst();

        assertThat(read.asset()).isEqualTo(asset);
        try (InputStream in = read.bytes().open()) {
            assertThat(in.readAllBytes()).isEqualTo("hello".getBytes(UTF_8));
        }
    }

    @Test
    void a_secret_is_never_written() {
        Login login = new Login("me", List.of(new Secret("hunter2-canary")));

        assertThatThrownBy(() -> documents().write(login))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_text_that_is_no_such_record_is_refused() {
        assertThatThrownBy(() -> documents().read("what?", Inner.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> documents().read("", Inner.class)).isInstanceOf(IllegalArgumentException.class);
    }
}

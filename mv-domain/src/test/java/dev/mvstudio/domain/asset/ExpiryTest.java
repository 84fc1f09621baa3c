package dev.mvstudio.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant MADE = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant TIME = MADE.plus(Duration.ofDays(30));
    private static final MediaInfo PICTURE = new MediaInfo(MediaType.PNG, new FrameSize(64, 64), null, false);
    private static final NewAsset NEW = NewAsset.of(
            new AssetId(UUID.fromString("11111111-2222-4333-8444-555555555555")), Collection.UPLOADS, PICTURE, MADE);

    private static Asset asset(NewAsset as) {
        return new Asset(
                as.id(), as.collection(), as.path(), as.info(), 1, "0".repeat(64), as.createdAt(), as.expiresAt());
    }

    @Test
    void nothing_expires_unless_it_is_said() {
        assertThat(NEW.expiresAt()).isNull();
        assertThat(asset(NEW).isExpired(Instant.MAX)).isFalse();
    }

    @Test
    void an_asset_is_expired_from_its_time_on() {
        Asset asset = asset(NEW.expiringAt(TIME));

        assertThat(asset.isExpired(TIME.minusNanos(1))).isFalse();
        assertThat(asset.isExpired(TIME)).isTrue();
        assertThat(asset.isExpired(TIME.plusNanos(1))).isTrue();
    }

    @Test
    void another_time_changes_nothing_else() {
        assertThat(asset(NEW).expiringAt(TIME)).isEqualTo(asset(NEW.expiringAt(TIME)));
        assertThat(asset(NEW.expiringAt(TIME)).expiringAt(null)).isEqualTo(asset(NEW));
    }
}

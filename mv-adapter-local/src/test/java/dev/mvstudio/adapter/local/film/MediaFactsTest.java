package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaFactsTest {
    @Test
    void reads_what_ffmpeg_4_says_of_an_mp3() {
        assertThat(facts("""
                        Input #0, mp3, from 's.mp3':
                          Metadata:
                            encoder         : Lavf58.76.100
                          Duration: 00:00:01.54, start: 0.025057, bitrate: 65 kb/s
                          Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp, 64 kb/s
                        At least one output file must be specified
                        """)).isEqualTo(new MediaFacts("mp3", Duration.ofMillis(1540), false, "mp3"));
    }

    @Test
    void reads_what_ffmpeg_7_says_of_an_mp4() {
        assertThat(facts("""
                        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'a b.mp4':
                          Duration: 01:02:03.50, start: 0.000000, bitrate: 135 kb/s
                          Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 320x180 [SAR 1:1 DAR 16:9], 24 fps
                          Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 71 kb/s (default)
                        """))
                .isEqualTo(new MediaFacts("mov,mp4,m4a,3gp,3g2,mj2", Duration.ofMillis(3_723_500), false, "aac"));
    }

    @Test
    void tells_a_guessed_length() {
        assertThat(facts("""
                        [aac @ 0x18596c00] Estimating duration from bitrate, this may be inaccurate
                        Input #0, aac, from 's.aac':
                          Duration: 00:00:01.61, bitrate: 72 kb/s
                          Stream #0:0: Audio: aac (LC), 44100 Hz, mono, fltp, 72 kb/s
                        """).estimated()).isTrue();
    }

    @Test
    void an_unknown_length_and_a_file_that_cannot_be_read_are_told_apart() {
        assertThat(facts("""
                        Input #0, ogg, from 's.ogg':
                          Duration: N/A, bitrate: N/A
                        """)).isEqualTo(new MediaFacts("ogg", null, false, null));
        assertThat(facts("s.mp4: Invalid data found when processing input\n"))
                .isEqualTo(new MediaFacts(null, null, false, null));
    }

    @Test
    void what_was_decoded_is_in_the_last_statistics() {
        assertThat(MediaFacts.decoded(List.of(
                        "size=N/A time=00:00:00.50 bitrate=N/A speed= 100x",
                        "size=N/A time=00:01:01.54 bitrate=N/A speed= 274x",
                        "video:0kB audio:129kB")))
                .isEqualTo(Duration.ofMillis(61_540));
        assertThat(MediaFacts.decoded(List.of("nothing"))).isNull();
    }

    private static MediaFacts facts(String log) {
        return MediaFacts.of(log.lines().toList());
    }
}

package dev.mvstudio.application;

import dev.mvstudio.application.StudioLauncher.Launch;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Storage;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.image.GenerateImages;
import dev.mvstudio.application.image.MakeSlideshow;
import dev.mvstudio.application.image.Sequences;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.webhook.Announcement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library: from an idea to a film. Safe for use by many threads; close it when done.
 *
 * <pre>{@code
 * try (var studio = MusicVideoStudio.open(new Launch(System.getenv(), Path.of(""), Path.of("outputs")))) {
 *     var film = studio.createMusicVideo().create(
 *             CreateMusicVideoCommand.of("A tourist robot explores Austin", "Silver robot with a red shield"),
 *             FilmProgress.NONE);
 *     Path mp4 = studio.assets().local(film.film().video());
 * }
 * }</pre>
 */
public record MusicVideoStudio(
        CreateScenes createScenes,
        GenerateCharacterReference generateCharacterReference,
        GenerateVideo generateVideo,
        MergeVideos mergeVideos,
        CreateMusicVideo createMusicVideo,
        GenerateImages generateImages,
        MakeSlideshow makeSlideshow,
        Sequences sequences,
        Jobs jobs,
        UploadAsset uploadAsset,
        Assets assets,
        Backends backends,
        Flavors flavors,
        Hosting hosting,
        Crew crew)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MusicVideoStudio.class);

    /**
     * Opens a studio with the configuration that this launch finds, and logs what looks wrong with it. What an earlier
     * process began and did not finish goes on.
     *
     * @throws BrokenConfigurationException with every fault at once
     */
    public static MusicVideoStudio open(Launch launch) {
        StudioLauncher launcher = StudioLauncher.find();
        StudioConfiguration configuration = launcher.read(launch);
        configuration.warnings().forEach(LOG::warn);
        MusicVideoStudio studio = launcher.open(configuration);
        try {
            studio.begin();
            return studio;
        } catch (RuntimeException e) {
            studio.close();
            throw e;
        }
    }

    /**
     * Begins to work on jobs, those that an earlier process left as well. Once is enough.
     *
     * @throws BrokenConfigurationException when files lie elsewhere than those of the other nodes on the database
     */
    public void begin() {
        if (hosting.storage().isApart()) {
            throw new BrokenConfigurationException(List.of(Storage.APART));
        }
        crew.begin(null);
    }

    /**
     * The same, and tells others what happens to jobs, in these words. A node whose files lie elsewhere leaves all work
     * to the other nodes: nobody else would find what it makes, nor it what they made.
     */
    public void begin(Announcement announcement) {
        if (hosting.storage().isApart()) {
            LOG.warn("This node does no work: {}", Storage.APART);
        } else {
            crew.begin(announcement);
        }
    }

    @Override
    public void close() {
        crew.end();
    }
}

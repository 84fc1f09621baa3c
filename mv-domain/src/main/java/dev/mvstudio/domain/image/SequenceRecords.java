package dev.mvstudio.domain.image;

import java.util.Optional;

/**
 * Keeps what is known of image sequences. Safe for use by many threads and processes.
 *
 * <p>All methods throw {@link dev.mvstudio.domain.asset.StorageException} when the records cannot be reached.
 */
public interface SequenceRecords {
    /**
     * Records a sequence. Where its folder has a record already, that stays: only scenes with new numbers are added.
     *
     * @return the record as it is now
     */
    ImageSequence open(ImageSequence sequence);

    /**
     * Sets the image of the scene with this number, in one step: what others set at the same time for other scenes stays.
     *
     * @throws java.util.NoSuchElementException when there is no such sequence, or it has no such scene
     */
    void image(FolderId folder, int scene, ImageSequence.Image image);

    Optional<ImageSequence> find(FolderId folder);
}

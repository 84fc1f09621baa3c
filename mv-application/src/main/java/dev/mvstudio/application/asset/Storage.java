package dev.mvstudio.application.asset;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files lie. Processes that share a database must share this as well: what one makes, another one shows or goes on
 * with. The database knows the store of whoever came first.
 */
public final class Storage {
    /** What is wrong when it is not shared, and what to do. */
    public static final String APART =
            "the database knows another store of files than the one in this data folder: mount"
                    + " the volume that the other nodes use, or set data_dir (MV_DATA_DIR) to it, and start again";

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    private final AssetStore files;
    private final JobStore jobs;
    private volatile boolean apart;

    public Storage(AssetStore files, JobStore jobs) {
        this.files = files;
        this.jobs = jobs;
    }

    /**
     * Whether files lie where the database's other processes have them. Once they do not, only a new start helps: this
     * process does no work then.
     *
     * @throws StorageException when the files cannot be reached
     * @throws JobStoreException when the database cannot be reached
     */
    public boolean isShared() {
        if (!apart) {
            String mine = files.identity();
            apart = !jobs.remember("storage", mine).equals(mine);
        }
        return !apart;
    }

    /** Whether it is known that they lie elsewhere. What cannot be reached at the moment is only told in the log. */
    public boolean isApart() {
        try {
            return !isShared();
        } catch (StorageException | JobStoreException e) {
            LOG.warn("Whether files lie where other nodes have them is not known: {}", e.getMessage());
            return false;
        }
    }
}

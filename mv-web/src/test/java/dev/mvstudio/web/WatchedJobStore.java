package dev.mvstudio.web;

import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import dev.mvstudio.domain.job.StoredJob;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Stands before a store: sees who looks for changes, and can lose sight of jobs the moment they are over. */
final class WatchedJobStore {
    private volatile boolean loseWhatIsOver;
    private volatile boolean lost;
    private volatile long lastLook = System.nanoTime();

    /** Once a job is over no job can be read, until told otherwise. */
    void loseWhatIsOver(boolean lose) {
        loseWhatIsOver = lose;
        lost = false;
    }

    /** Whether nobody has looked for changes for a while. */
    boolean isUnwatched() {
        return System.nanoTime() - lastLook > 300_000_000;
    }

    JobStore before(JobStore store) {
        return (JobStore) Proxy.newProxyInstance(
                JobStore.class.getClassLoader(), new Class<?>[] {JobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("versions")) {
                        lastLook = System.nanoTime();
                    }
                    if (lost && method.getName().equals("find")) {
                        throw new JobStoreException("told to lose sight", null);
                    }
                    try {
                        Object result = method.invoke(store, arguments);
                        if (loseWhatIsOver
                                && method.getName().equals("change")
                                && ((StoredJob) result).state().isFinal()) {
                            lost = true;
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

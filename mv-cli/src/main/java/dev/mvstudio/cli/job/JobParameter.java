package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.job.JobSearch;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.JobId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Which job. */
final class JobParameter {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f-]{4,35}");
    private static final int NAMED = 3;

    @Parameters(paramLabel = "ID", description = "The id of a job, or at least its first 4 characters.")
    String id = "";

    /**
     * The job.
     *
     * @throws InvalidRequestException when this is no id, or the beginning of several
     * @throws NotFoundException when there is none
     */
    JobSnapshot find(MusicVideoStudio studio) {
        String typed = id.strip().toLowerCase(Locale.ROOT);
        if (JobId.parse(typed).isPresent()) {
            return studio.jobs().get(typed);
        }
        if (!BEGINNING.matcher(typed).matches()) {
            throw refused("must be the id of a job, or at least its first 4 characters");
        }
        List<JobId> found = new JobSearch(studio.jobs()).startingWith(typed);
        if (found.isEmpty()) {
            throw new NotFoundException(
                    "there is no job whose id begins with " + typed, "The job may have expired or the ID is incorrect");
        }
        if (found.size() > 1) {
            throw refused("is the beginning of " + found.size() + " ids (" + some(found) + "); give more of it");
        }
        return studio.jobs().get(found.get(0));
    }

    private static String some(List<JobId> ids) {
        return ids.stream().limit(NAMED).map(JobId::toString).collect(Collectors.joining(", "))
                + (ids.size() > NAMED ? ", …" : "");
    }

    private InvalidRequestException refused(String why) {
        Violations violations = new Violations();
        violations.add(Code.INVALID_ID, "job_id", why, id);
        return violations.toException();
    }
}

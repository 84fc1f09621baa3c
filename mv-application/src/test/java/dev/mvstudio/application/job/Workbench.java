package dev.mvstudio.application.job;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import java.time.Duration;
import java.util.List;

/** A studio whose time passes when a test says so, and whose process can die. */
final class Workbench {
    final FakeJobSchedule schedule = new FakeJobSchedule();
    final FakeStudio fakes = new FakeStudio(schedule, schedule.clock());
    private MusicVideoStudio studio = fakes.studio;

    Workbench begun() {
        studio.begin();
        return this;
    }

    /** Its generators take no notice of keys. */
    Workbench keyless() {
        fakes.videos.ignoreKeys(schedule.clock());
        fakes.images.ignoreKeys(schedule.clock());
        return this;
    }

    Workbench keyless(boolean really) {
        return really ? keyless() : this;
    }

    Jobs jobs() {
        return studio.jobs();
    }

    MusicVideoStudio studio() {
        return studio;
    }

    JobId orderClip() {
        return orderClip(Submission.LOCAL);
    }

    JobId orderClip(Submission terms) {
        return studio.generateVideo()
                .submit(GenerateVideoCommand.of("a robot walks"), terms)
                .id();
    }

    JobId orderFilm() {
        return studio.createMusicVideo()
                .submit(CreateMusicVideoCommand.of("Austin", "a robot"), Submission.LOCAL)
                .id();
    }

    JobSnapshot job(JobId id) {
        return jobs().get(id);
    }

    /** Lets time pass until the job is over, at most two minutes. */
    JobSnapshot finish(JobId id) {
        for (int i = 0; i < 240 && !job(id).state().isFinal(); i++) {
            pass(Duration.ofMillis(500));
        }
        return job(id);
    }

    void pass(Duration time) {
        schedule.advance(time);
    }

    /** The process is gone; the next one begins on what it left. */
    void restart() {
        schedule.close();
        studio = fakes.open(schedule.clock());
        studio.begin();
    }

    int starts(JobId id) {
        return fakes.videos.starts(new SubmissionKey(id.toString()));
    }

    int starts(JobId id, int attempt) {
        return fakes.videos.starts(new SubmissionKey(id + "-" + attempt));
    }

    List<JobEvent.Type> told(JobId id) {
        return jobs().events(id, 0).stream().map(JobEvent::type).toList();
    }
}

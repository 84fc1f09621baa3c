package dev.mvstudio.web.job;

import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.Stopping;
import dev.mvstudio.web.WebTiming;
import dev.mvstudio.web.error.LookupFaults;
import dev.mvstudio.web.error.StoreFaults;
import dev.mvstudio.web.request.Query;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

@Controller("/api/mv/jobs/{job_id}/events")
@Tag(name = "Jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobEventsController {
    private static final String HEADER = "Last-Event-ID";
    private static final String PARAMETER = "last_event_id";
    private static final String PICTURES = "include_base64";

    private final Jobs jobs;
    private final EventFrames frames;
    private final WebTiming timing;
    private final Stopping stopping;

    JobEventsController(ServedStudio served, EventFrames frames, WebTiming timing, Stopping stopping) {
        this.jobs = served.studio().jobs();
        this.frames = frames;
        this.timing = timing;
        this.stopping = stopping;
    }

    /**
     * Tells what happened to a job from its first event on, and what happens, until it is over: {@code state},
     * {@code progress}, and at the end of an attempt {@code result} or {@code error}, each with a number as its id.
     */
    @Get
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "job_events",
            summary = "Follow a job",
            parameters = {
                @Parameter(
                        name = HEADER,
                        in = ParameterIn.HEADER,
                        description = "The id of the last event that was received; only later ones are told",
                        schema = @Schema(type = "integer", format = "int64", minimum = "0")),
                @Parameter(
                        name = PARAMETER,
                        in = ParameterIn.QUERY,
                        description = "The same, for clients that cannot send the header, which wins",
                        schema = @Schema(type = "integer", format = "int64", minimum = "0")),
                @Parameter(
                        name = PICTURES,
                        in = ParameterIn.QUERY,
                        description = "false: image_base64 is left out of results",
                        schema = @Schema(type = "boolean"))
            })
    @ApiResponse(
            responseCode = "200",
            description =
                    "Server-sent events. The data of result is the body of the kind's route, that of error an Error,"
                            + " that of the others tells how far the job is",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "It is over and the caller has all events: do not come back")
    @LookupFaults
    @StoreFaults
    HttpResponse<?> events(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable("job_id") String jobId) {
        Violations violations = new Violations();
        Query query = new Query(request, Set.of(PARAMETER, PICTURES), violations);
        long told = query.whole(PARAMETER, 0, 0, Long.MAX_VALUE);
        String header = request.getHeaders().get(HEADER);
        if (header != null && !header.isEmpty()) {
            told = Query.whole(HEADER, header, 0, Long.MAX_VALUE, violations);
        }
        boolean pictures = query.flag(PICTURES, true);
        violations.check();
        EventSource source = new EventSource(
                jobs, jobs.get(jobId), told, frames, new EventSource.Tuning(timing, stopping, pictures));
        return source.isOver() ? HttpResponse.noContent() : stream(source).header("X-Job-Id", jobId);
    }

    private static io.micronaut.http.MutableHttpResponse<?> stream(EventSource source) {
        return HttpResponse.ok(new EventStream(source::next, source::close))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Accel-Buffering", "no");
    }
}

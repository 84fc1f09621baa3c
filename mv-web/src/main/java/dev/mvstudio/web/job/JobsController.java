package dev.mvstudio.web.job;

import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.ConflictFaults;
import dev.mvstudio.web.error.InfoFaults;
import dev.mvstudio.web.error.LookupFaults;
import dev.mvstudio.web.error.StoreFaults;
import dev.mvstudio.web.error.UploadFaults;
import dev.mvstudio.web.request.Fields;
import dev.mvstudio.web.request.Query;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

@Controller("/api/mv/jobs")
@Tag(name = "Jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobsController {
    private static final String ID = "job_id";
    private static final String PICTURES = "include_base64";

    private final Jobs jobs;
    private final JobBodies bodies;

    JobsController(ServedStudio served, JobBodies bodies) {
        this.jobs = served.studio().jobs();
        this.bodies = bodies;
    }

    /** Lists jobs, newest first. Results come without pictures. */
    @Get
    @Operation(
            operationId = "jobs",
            summary = "List jobs",
            parameters = {
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "create_scenes",
                                            "generate_character_reference",
                                            "generate_video",
                                            "merge_videos",
                                            "create_music_video"
                                        })),
                @Parameter(
                        name = "state",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "queued",
                                            "running",
                                            "succeeded",
                                            "failed",
                                            "canceling",
                                            "canceled"
                                        })),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many at most; default: 20",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "next_cursor of the page before",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "200", description = "A page of jobs")
    @InfoFaults
    @StoreFaults
    JobListBody list(@Parameter(hidden = true) HttpRequest<?> request) {
        JobQuery asked = JobQuery.of(request);
        var found = jobs.list(asked.oneMore());
        var page = found.stream().limit(asked.limit()).toList();
        String next = found.size() > page.size() ? page.getLast().id().toString() : null;
        return new JobListBody(page.stream().map(job -> bodies.of(job, false)).toList(), next);
    }

    /** Tells how far a job is, and what came of it. */
    @Get("/{job_id}")
    @Operation(
            operationId = "job",
            summary = "Ask for a job",
            parameters =
                    @Parameter(
                            name = PICTURES,
                            in = ParameterIn.QUERY,
                            description = "false: image_base64 is left out of the result",
                            schema = @Schema(type = "boolean")))
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
    @LookupFaults
    @StoreFaults
    HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String jobId) {
        Violations violations = new Violations();
        boolean pictures = new Query(request, Set.of(PICTURES), violations).flag(PICTURES, true);
        violations.check();
        return answer(HttpResponse.ok(), jobs.get(jobId), pictures);
    }

    /**
     * Stops a job and its steps, at the provider as well. One that waits is canceled at once, one that runs soon after.
     * What is finished by then is kept.
     */
    @Delete("/{job_id}")
    @Operation(operationId = "cancel_job", summary = "Cancel a job")
    @ApiResponse(
            responseCode = "202",
            description = "It is or will be canceled",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
    @LookupFaults
    @ConflictFaults
    @StoreFaults
    HttpResponse<?> cancel(@PathVariable(ID) String jobId) {
        return answer(HttpResponse.accepted(), jobs.cancel(jobs.get(jobId).id()), false);
    }

    /**
     * Tries a job again that failed or was canceled: of a film just what is missing. Where the provider still works on
     * it, or has finished it, that is used; otherwise it starts, and may cost, anew.
     */
    @Post("/{job_id}/retry")
    @Consumes("*/*")
    @Operation(operationId = "retry_job", summary = "Try a job again")
    @ApiResponse(
            responseCode = "202",
            description = "It is queued again",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
    @LookupFaults
    @ConflictFaults
    @StoreFaults
    HttpResponse<?> retry(@PathVariable(ID) String jobId) {
        JobSnapshot again = jobs.retry(jobs.get(jobId).id());
        return answer(HttpResponse.accepted(), again, false).header(HttpHeaders.LOCATION, JobBody.self(again));
    }

    /** Has a job never expire, or expire again. */
    @Patch("/{job_id}")
    @Operation(operationId = "change_job", summary = "Keep a job")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeepBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
    @UploadFaults
    @LookupFaults
    @StoreFaults
    HttpResponse<?> change(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String jobId, @Body byte[] json) {
        JobSnapshot job = jobs.get(jobId);
        KeepBody body = KeepBody.read(Fields.of(request, json));
        return answer(HttpResponse.ok(), jobs.keep(job.id(), body.keep()), false);
    }

    private MutableHttpResponse<?> answer(MutableHttpResponse<?> response, JobSnapshot job, boolean pictures) {
        return response.body(bodies.of(job, pictures))
                .header("X-Job-Id", job.id().toString());
    }
}

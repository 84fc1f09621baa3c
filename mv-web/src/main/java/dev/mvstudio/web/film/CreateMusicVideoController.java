package dev.mvstudio.web.film;

import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.job.OrderHeaders;
import dev.mvstudio.web.job.Orders;
import dev.mvstudio.web.request.JsonRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/mv/create_music_video")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CreateMusicVideoController {
    private final CreateMusicVideo createMusicVideo;
    private final Backends backends;
    private final Orders orders;

    CreateMusicVideoController(ServedStudio served, Orders orders) {
        this.createMusicVideo = served.studio().createMusicVideo();
        this.backends = served.studio().backends();
        this.orders = orders;
    }

    /**
     * Makes a whole film: writes the scenes, draws the character, films the clips and joins them. Takes minutes: the answer
     * is 202 with the job at once, unless {@code Prefer: wait=N} is sent. Each step is a job of its own; one that fails
     * fails only itself, and a retry of the film does just what is missing.
     */
    @Post
    @Operation(operationId = "create_music_video", summary = "Make a film of an idea")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CreateMusicVideoBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The film, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {MusicVideoBody.class, FilmPlanBody.class})))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> create(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        CreateMusicVideoBody body = CreateMusicVideoBody.read(order.fields());
        FilmWish wish = new FilmWish(body);
        CreateMusicVideoCommand command = wish.toCommand();
        order.fields().check(() -> {
            wish.check(backends);
            createMusicVideo.plan(command);
        });
        wish.check(backends);
        return order.dryRun()
                ? HttpResponse.ok(FilmPlanBody.from(createMusicVideo.plan(command)))
                : orders.takeLong(order, body.terms(), terms -> createMusicVideo.submit(command, terms));
    }
}

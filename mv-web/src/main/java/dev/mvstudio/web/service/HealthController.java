package dev.mvstudio.web.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.asset.Storage;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.Stopping;
import dev.mvstudio.web.error.NotReadyException;
import dev.mvstudio.web.error.StoreFaults;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@Controller("/health")
@Tag(name = "Service")
final class HealthController {
    private static final String UP = "UP";

    private final MusicVideoStudio studio;
    private final Stopping stopping;

    HealthController(ServedStudio served, Stopping stopping) {
        this.studio = served.studio();
        this.stopping = stopping;
    }

    /** Answers as long as the process lives; asks nothing else. */
    @Get
    @Operation(operationId = "health", summary = "Ask whether the server lives")
    HealthBody health() {
        return new HealthBody(UP);
    }

    /** Says whether orders can be taken: jobs can be kept, and files stored where all nodes find
     * them. Generators that are not set up, or have faults, do not count. */
    @Get("/readiness")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(operationId = "readiness", summary = "Ask whether the server can work")
    @ApiResponse(responseCode = "200", description = "It can")
    @StoreFaults
    ReadinessBody readiness() {
        if (stopping.hasBegun()) {
            throw new NotReadyException("SERVER_STOPPING", "Not ready: the server is being stopped");
        }
        if (!studio.jobs().isReachable()) {
            throw new NotReadyException("DATABASE_UNAVAILABLE", "Not ready: the database cannot be reached");
        }
        if (!studio.assets().isWritable()) {
            throw new NotReadyException("STORAGE_UNAVAILABLE", "Not ready: nothing can be stored");
        }
        if (!sharesFiles()) {
            throw new NotReadyException("STORAGE_NOT_SHARED", "Not ready: " + Storage.APART);
        }
        Map<String, List<String>> faults = studio.hosting().checkups().faults();
        if (faults.containsKey(Checkup.STORAGE)) {
            throw new NotReadyException(
                    "STORAGE_UNAVAILABLE", "Not ready: " + String.join("; ", faults.get(Checkup.STORAGE)));
        }
        return new ReadinessBody(UP, UP, UP, backends(faults), faults);
    }

    private Map<String, String> backends(Map<String, List<String>> faults) {
        Map<String, String> backends = new TreeMap<>();
        for (BackendSettings backend : studio.backends().settings()) {
            String name = backend.backend().name();
            String fault = faults.containsKey(name) ? "FAULTY" : "CONFIGURED";
            backends.put(name, backend.hasCredentials() ? fault : "NOT_CONFIGURED");
        }
        return backends;
    }

    private boolean sharesFiles() {
        try {
            return studio.hosting().storage().isShared();
        } catch (StorageException e) {
            throw new NotReadyException("STORAGE_UNAVAILABLE", "Not ready: " + e.getMessage());
        }
    }

    /** That it lives. */
    @Serdeable.Serializable
    @Schema(name = "Health")
    record HealthBody(@Schema(example = "UP") String status) {}

    /** That it can work. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Readiness")
    record ReadinessBody(
            @Schema(example = "UP") String status,
            @Schema(example = "UP") String database,
            @Schema(example = "UP") String storage,

            @Schema(description = "CONFIGURED, NOT_CONFIGURED, or FAULTY", example = "{\"replicate\":\"CONFIGURED\"}")
            Map<String, String> backends,

            @Schema(description = "What is wrong with those that are FAULTY")
            Map<String, List<String>> faults) {}
}

package dev.mvstudio.web.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of jobs. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "JobList")
record JobListBody(
        @Schema(description = "Newest first") List<JobBody> jobs,

        @Schema(description = "The cursor of the next page; null when this is the last one") @Nullable
        String nextCursor) {}

package dev.mvstudio.web.provider;

import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.web.ServedStudio;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/mv/backends")
@Tag(name = "Service")
final class BackendsController {
    private final Backends backends;

    BackendsController(ServedStudio served) {
        this.backends = served.studio().backends();
    }

    /** Lists the generators: what they make, what they can do, what they charge, and which are set up. */
    @Get
    @Operation(operationId = "backends", summary = "List the generators")
    BackendsBody list() {
        return BackendsBody.from(backends);
    }
}

package dev.mvstudio.web.flavor;

import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.web.ServedStudio;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/mv/flavors")
@Tag(name = "Service")
final class FlavorsController {
    private final Flavors flavors;

    FlavorsController(ServedStudio served) {
        this.flavors = served.studio().flavors();
    }

    /** Lists the named sets of defaults and prompts, the default one first. */
    @Get
    @Operation(operationId = "flavors", summary = "List the flavors")
    FlavorsBody list() {
        return FlavorsBody.from(flavors);
    }
}

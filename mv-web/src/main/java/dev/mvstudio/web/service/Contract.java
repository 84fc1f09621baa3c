package dev.mvstudio.web.service;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/** Read when the contract is generated. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "MV Studio",
                        version = "0.1.0",
                        description =
                                "Turns an idea, a character and a song into a music video. Every answer carries X-Request-Id;"
                                        + " answers of a generation carry X-Job-Id. Unknown members of a request are refused.",
                        license = @License(name = "Apache-2.0")))
final class Contract {
    private Contract() {}
}

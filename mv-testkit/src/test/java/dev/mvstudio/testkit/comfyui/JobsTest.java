package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest extends Rehearsal {
    private String status(String id) throws Exception {
        return json("/api/jobs/" + id).path("status").asText();
    }

    @Test
    void a_job_goes_its_way() throws Exception {
        fake.hold();
        String first = submit(plain(1));
        await(() -> fake.running().isPresent());
        String second = submit(plain(2));

        assertThat(status(first)).isEqualTo("in_progress");
        assertThat(status(second)).isEqualTo("pending");
        fake.release();
        finished(second);
        JsonNode job = json("/api/jobs/" + first);

        assertThat(job.get("status").asText()).isEqualTo("completed");
        assertThat(job.get("outputs_count").asInt()).isEqualTo(2);
        assertThat(job.at("/preview_output/nodeId").asText()).isEqualTo("2");
        assertThat(job.get("execution_end_time").asLong())
                .isGreaterThanOrEqualTo(job.get("create_time").asLong());
        assertThat(job.at("/outputs/2/images")).hasSize(2);
        JsonNode list = json("/api/jobs?status=completed&limit=1&sort_order=asc");
        assertThat(list.at("/jobs/0/id").asText()).isEqualTo(first);
        assertThat(list.get("pagination").toString())
                .isEqualTo("{\"offset\":0,\"limit\":1,\"total\":2,\"has_more\":true}");
    }

    @Test
    void jobs_are_cancelled_until_they_are_over() throws Exception {
        fake.hold();
        String first = submit(graph(1, 3));
        await(() -> fake.running().isPresent());
        String second = submit(plain(2));

        assertThat(post("/api/jobs/" + second + "/cancel", "").body()).isEqualTo("{\"cancelled\":true}");
        assertThat(get("/api/jobs/" + second).statusCode()).isEqualTo(404);
        assertThat(post("/api/jobs/" + first + "/cancel", "").body()).isEqualTo("{\"cancelled\":true}");
        finished(first);
        assertThat(status(first)).isEqualTo("cancelled");
        assertThat(post("/api/jobs/" + first + "/cancel", "").body()).isEqualTo("{\"cancelled\":false}");
        ObjectNode many = Json.object().set("job_ids", Json.tree(List.of(first, second)));
        assertThat(post("/api/jobs/cancel", many).body()).isEqualTo("{\"cancelled\":false}");
    }

    @Test
    void a_failed_job_says_why() throws Exception {
        fake.outcomes().once(Outcome.error("boom"));
        String id = submit(plain(1));
        finished(id);

        assertThat(status(id)).isEqualTo("failed");
        assertThat(json("/api/jobs/" + id)
                        .at("/execution_error/exception_message")
                        .asText())
                .startsWith("boom");
    }

    @Test
    void bad_questions_are_told() throws Exception {
        assertThat(get("/api/jobs?status=xx").body())
                .isEqualTo("{\"error\":\"Invalid status value(s): xx. Valid values: pending, in_progress, completed,"
                        + " failed, cancelled\"}");
        assertThat(get("/api/jobs?limit=0").body()).isEqualTo("{\"error\":\"limit must be a positive integer\"}");
        assertThat(get("/api/jobs?sort_by=size").statusCode()).isEqualTo(400);
        assertThat(get("/api/jobs/" + ID).body()).isEqualTo("{\"error\":\"Job not found\"}");
        assertThat(post("/api/jobs/cancel", "{}").statusCode()).isEqualTo(400);
        assertThat(get("/jobs").statusCode()).isEqualTo(404);
    }

    @Test
    void the_old_version_knows_no_jobs() throws Exception {
        startAs(Version.V0_3_64);

        assertThat(get("/api/jobs").statusCode()).isEqualTo(404);
    }
}

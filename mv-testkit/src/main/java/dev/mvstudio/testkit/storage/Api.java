package dev.mvstudio.testkit.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carries calls out, as the API's description says. */
final class Api {
    private static final int MOST_ON_A_PAGE = 1000;

    private final Buckets buckets;
    private final Uploads uploads;
    private final Accounts accounts;
    private final Ledger ledger;
    private final URI base;
    private volatile int pageSize = MOST_ON_A_PAGE;

    Api(Buckets buckets, Accounts accounts, Ledger ledger, URI base) {
        this.buckets = buckets;
        this.uploads = new Uploads(buckets, ledger, base);
        this.accounts = accounts;
        this.ledger = ledger;
        this.base = base;
    }

    Uploads uploads() {
        return uploads;
    }

    void pageSize(int most) {
        pageSize = most;
    }

    static Call call(Asked asked) {
        boolean upload = asked.step(0).equals("upload");
        if (asked.step(0).equals("token")) {
            return Call.SIGN_IN;
        }
        if (asked.step(0).equals("v0")) {
            return Call.DOWNLOAD;
        }
        Asked plain = upload || asked.step(0).equals("download") ? asked.within(1) : asked;
        if (!plain.step(0).equals("storage")
                || !plain.step(1).equals("v1")
                || !plain.step(2).equals("b")) {
            return Call.OTHER;
        }
        if (upload) {
            boolean resumable =
                    asked.query("uploadType").filter("resumable"::equals).isPresent();
            return asked.query("upload_id").isPresent()
                    ? Call.UPLOAD_PART
                    : resumable ? Call.UPLOAD_BEGIN : Call.UPLOAD;
        }
        return ofObject(plain);
    }

    private static Call ofObject(Asked asked) {
        boolean media = asked.query("alt").filter("media"::equals).isPresent();
        return switch (asked.path().size() + asked.method()) {
            case "4GET" -> Call.BUCKET;
            case "5GET" -> asked.step(4).equals("o") ? Call.LIST : Call.OTHER;
            default ->
                switch (asked.method()) {
                    case "GET" -> asked.step(4).equals("iam") ? Call.BUCKET : media ? Call.READ : Call.DESCRIBE;
                    case "PATCH" -> Call.PATCH;
                    case "DELETE" -> Call.DELETE;
                    default -> Call.OTHER;
                };
        };
    }

    Answer answer(Call call, Asked asked, boolean cut) throws Refused, IOException {
        if (call != Call.DOWNLOAD && call != Call.SIGN_IN) {
            accounts.check(asked, call);
        }
        Asked plain = asked.step(0).equals("upload") || asked.step(0).equals("download") ? asked.within(1) : asked;
        String bucket = plain.step(3);
        return switch (call) {
            case UPLOAD -> upload(asked, bucket);
            case UPLOAD_BEGIN -> {
                Description description = Description.read(new String(asked.body(), StandardCharsets.UTF_8));
                yield uploads.begin(asked, bucket, name(asked, description), description);
            }
            case UPLOAD_PART -> part(asked, cut);
            case DESCRIBE ->
                Answer.json(200, buckets.get(plain, bucket, name(plain)).json(base));
            case READ -> read(plain, buckets.get(plain, bucket, name(plain)), cut);
            case PATCH -> patch(plain, bucket);
            case DELETE -> {
                buckets.delete(plain, bucket, name(plain));
                yield Answer.text(204, "text/html", "");
            }
            case LIST -> list(plain, bucket);
            case BUCKET -> bucket(plain, bucket);
            case DOWNLOAD -> download(asked, cut);
            case SIGN_IN -> accounts.signIn(asked);
            case OTHER -> throw new Refused(404, "notFound", "Not Found");
        };
    }

    /** The name of an object is one step, as its slashes are encoded. */
    private static String name(Asked plain) throws Refused {
        if (plain.path().size() != 6 || !plain.step(4).equals("o")) {
            throw new Refused(404, "notFound", "Not Found");
        }
        return plain.step(5);
    }

    private static String name(Asked asked, Description description) throws Refused {
        return Buckets.name(
                asked.query("name").or(() -> description.text("name")).orElse(""));
    }

    private Answer upload(Asked asked, String bucket) throws Refused {
        String type = asked.header("Content-Type").orElse("application/octet-stream");
        Description description = Description.read("");
        byte[] bytes = asked.body();
        if (asked.query("uploadType").filter("multipart"::equals).isPresent()) {
            Multipart parts = Multipart.read(type, bytes);
            description = Description.read(parts.description());
            type = parts.contentType();
            bytes = parts.bytes();
        } else if (asked.query("uploadType").filter("media"::equals).isEmpty()) {
            throw Refused.invalid("Invalid value for parameter uploadType.");
        }
        ledger.uploaded(bytes.length);
        description.check(bytes);
        StoredObject made = buckets.put(
                asked, bucket, name(asked, description), bytes, description.fields(type), description.metadataToKeep());
        return Answer.json(200, made.json(base));
    }

    private Answer part(Asked asked, boolean cut) throws Refused, IOException {
        String id = asked.query("upload_id").orElse("");
        if (cut) {
            throw uploads.cut(asked, id);
        }
        return asked.method().equals("DELETE") ? uploads.cancel(id) : uploads.part(asked, id);
    }

    private Answer read(Asked asked, StoredObject object, boolean cut) throws Refused {
        String range = asked.header("Range").orElse("");
        ledger.read(range, object.bytes().length);
        return Reading.of(object, range, cut);
    }

    private Answer patch(Asked asked, String bucket) throws Refused {
        Description description = Description.read(new String(asked.body(), StandardCharsets.UTF_8));
        return Answer.json(
                200,
                buckets.patch(asked, bucket, name(asked), description.fields(null), description.metadata())
                        .json(base));
    }

    private Answer list(Asked asked, String bucket) throws Refused {
        String most = asked.query("maxResults").orElse("" + MOST_ON_A_PAGE);
        if (!most.matches("[1-9][0-9]{0,8}")) {
            throw Refused.invalid("Invalid value for parameter maxResults: " + most);
        }
        int limit = Math.min(Integer.parseInt(most), pageSize);
        String after = asked.query("pageToken")
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .orElse("");
        List<StoredObject> found = buckets.list(bucket).stream()
                .filter(o -> o.name().startsWith(asked.query("prefix").orElse("")))
                .filter(o -> asked.query("startOffset")
                        .filter(start -> o.name().compareTo(start) < 0)
                        .isEmpty())
                .filter(o -> asked.query("endOffset")
                        .filter(end -> o.name().compareTo(end) >= 0)
                        .isEmpty())
                .filter(o -> o.name().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Answer.json(200, page(asked, found, limit));
    }

    private ObjectNode page(Asked asked, List<StoredObject> found, int limit) {
        ObjectNode page = Json.object().put("kind", "storage#objects");
        Set<String> prefixes = new TreeSet<>();
        ArrayNode items = Json.object().putArray("items");
        int start = asked.query("prefix").orElse("").length();
        for (StoredObject object : found.subList(0, Math.min(limit, found.size()))) {
            int end = asked.query("delimiter")
                    .map(d -> object.name().indexOf(d, start))
                    .orElse(-1);
            if (end < 0) {
                items.add(object.json(base));
            } else {
                prefixes.add(object.name().substring(0, end + 1));
            }
        }
        if (found.size() > limit) {
            byte[] last = found.get(limit - 1).name().getBytes(StandardCharsets.UTF_8);
            page.put("nextPageToken", Base64.getUrlEncoder().encodeToString(last));
        }
        if (!prefixes.isEmpty()) {
            page.set("prefixes", Json.tree(prefixes));
        }
        if (!items.isEmpty()) {
            page.set("items", items);
        }
        return page;
    }

    private Answer bucket(Asked asked, String bucket) throws Refused {
        buckets.check(bucket);
        if (asked.step(5).equals("testPermissions")) {
            List<String> asking = asked.query().getOrDefault("permissions", List.of());
            if (asking.isEmpty()) {
                throw Refused.required("Required parameter: permissions");
            }
            ObjectNode granted = Json.object().put("kind", "storage#testIamPermissionsResponse");
            List<String> allowed =
                    asking.stream().filter(p -> !accounts.denied().contains(p)).toList();
            if (!allowed.isEmpty()) {
                granted.set("permissions", Json.tree(allowed));
            }
            return Answer.json(200, granted);
        }
        return Answer.json(
                200,
                Json.object()
                        .put("kind", "storage#bucket")
                        .put("id", bucket)
                        .put("name", bucket)
                        .put("location", "US-CENTRAL1"));
    }

    /** Of Firebase: the object if one of its tokens is named, and no word of why not. */
    private Answer download(Asked asked, boolean cut) throws Refused {
        String bucket = asked.step(2);
        StoredObject object = buckets.find(bucket, asked.step(4)).orElse(null);
        String token = asked.query("token").orElse("");
        boolean may = object != null
                && !token.isEmpty()
                && Arrays.asList(object.metadata()
                                .getOrDefault(StoredObject.TOKENS, "")
                                .split(",", -1))
                        .contains(token);
        if (object == null || !may) {
            ObjectNode error = Json.object();
            error.putObject("error").put("code", 403).put("message", "Permission denied. No READ permission.");
            return Answer.json(403, error);
        }
        if (asked.query("alt").filter("media"::equals).isPresent()) {
            return read(asked, object, cut);
        }
        Map<String, String> shown = new TreeMap<>(object.metadata());
        shown.remove(StoredObject.TOKENS);
        ObjectNode json = object.json(base);
        List.of("kind", "id", "selfLink", "mediaLink").forEach(json::remove);
        json.put("downloadTokens", object.metadata().get(StoredObject.TOKENS));
        json.set("metadata", Json.tree(shown));
        return Answer.json(200, json);
    }
}

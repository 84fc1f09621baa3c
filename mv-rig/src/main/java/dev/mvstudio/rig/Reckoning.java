package dev.mvstudio.rig;

import dev.mvstudio.testkit.server.Ledger;
import dev.mvstudio.testkit.server.Made;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what a server has with what the provider was asked for. */
public final class Reckoning {
    private final Studio studio;
    private final Ledger ledger;
    private final List<String> faults = new ArrayList<>();
    /** The provider's names for what the jobs got. */
    private final Set<String> received = new HashSet<>();

    private int stuck;
    private int failed;
    private int lost;

    public Reckoning(Studio studio, Ledger ledger) {
        this.studio = studio;
        this.ledger = ledger;
    }

    /** Waits for a film, and looks at everything that it is made of. */
    public void film(String id, int scenes, Duration patience) {
        try {
            Json film = studio.ended(id, patience);
            if (!film.at("state").text().equals("succeeded")) {
                failed++;
                faults.add("film " + film);
            }
            result(film);
            int clips = 0;
            for (Json child : film.at("children").items()) {
                Json step = studio.job(child.text());
                clips += step.at("kind").text().equals("generate_video") ? 1 : 0;
                step(step);
            }
            if (clips != scenes) {
                faults.add(clips + " clips instead of " + scenes + " in film " + film);
            }
        } catch (AssertionError e) {
            stuck++;
            faults.add("film " + id + " is not over: " + now(id));
        } catch (IOException e) {
            faults.add("film " + id + ": " + e);
        }
    }

    private String now(String id) {
        try {
            return studio.job(id).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void step(Json step) throws IOException {
        if (!Studio.isOver(step)) {
            stuck++;
            faults.add("step is not over: " + step);
            return;
        }
        step.at("provider_job_id").find().ifPresent(received::add);
        result(step);
    }

    /** What succeeded can be had. */
    private void result(Json job) throws IOException {
        if (job.at("state").text().equals("succeeded")) {
            String link = job.at("links").at("result").text();
            Answer answer =
                    link.isEmpty() ? studio.get(job.at("links").at("self").text()) : studio.get(link);
            boolean isFilm = job.at("kind").text().matches("generate_video|create_music_video|merge_videos");
            if (answer.status() != 200 || (isFilm && !answer.isMp4())) {
                lost++;
                faults.add("no result: " + answer + " for " + job);
            }
        }
    }

    /** What all of that comes to. */
    public Summary sum(int kills, int films, Duration took) {
        List<Made> orders = ledger.orders();
        for (Made made : orders) {
            if (!received.contains(made.id())) {
                lost++;
                faults.add("paid for and never received: " + made);
            }
        }
        int duplicates = ledger.duplicates().values().stream()
                .mapToInt(same -> same.size() - 1)
                .sum();
        ledger.duplicates().forEach((key, same) -> faults.add("ordered " + same.size() + " times: " + same));
        return new Summary(kills, films, orders.size(), duplicates, lost, stuck, failed, took, faults);
    }
}

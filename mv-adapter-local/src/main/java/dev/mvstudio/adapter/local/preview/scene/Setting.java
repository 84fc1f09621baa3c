package dev.mvstudio.adapter.local.preview.scene;

import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import java.util.List;
import java.util.Map;

/** Places that can be filmed, in words that are understood without a context. */
final class Setting {
    private static final Map<Terrain, List<String>> PLACES = Map.ofEntries(
            Map.entry(
                    Terrain.CITY,
                    List.of(
                            "a wide city street between glass towers",
                            "a rooftop above the city, among chimneys and aerials",
                            "a narrow alley with wet cobblestones",
                            "a pedestrian bridge over slow city traffic",
                            "the tiled stairs of a subway station",
                            "a market street full of stalls and painted signs",
                            "a quiet square with a fountain and street lamps",
                            "a street corner with murals and a small cafe")),
            Map.entry(
                    Terrain.FOREST,
                    List.of(
                            "a clearing in a pine forest",
                            "a narrow path between old trees",
                            "a fallen trunk across a forest brook",
                            "the edge of a wood where tall ferns grow",
                            "an overgrown garden behind a broken gate")),
            Map.entry(
                    Terrain.SEA,
                    List.of(
                            "a long beach at low tide",
                            "a wooden pier above the sea",
                            "a small harbour with moored boats",
                            "a rocky shore with breaking waves",
                            "a calm lake with a single rowing boat")),
            Map.entry(
                    Terrain.DESERT,
                    List.of(
                            "the crest of a high desert dune",
                            "a dry salt pan that reaches to the horizon",
                            "a row of sandstone arches in the desert",
                            "a lonely well in the sand",
                            "an abandoned petrol station in the desert")),
            Map.entry(
                    Terrain.MOUNTAINS,
                    List.of(
                            "a mountain ridge above a sea of fog",
                            "a hanging bridge across a canyon",
                            "a stony valley below steep peaks",
                            "a mountain hut with a weathered bench",
                            "a cliff with a single bent tree")),
            Map.entry(
                    Terrain.STAGE,
                    List.of(
                            "the stage of an old theatre before empty rows",
                            "the dark backstage with ropes and curtains",
                            "a club's dance floor under a mirror ball",
                            "a rehearsal room with a wall of mirrors",
                            "a concert hall with a thousand empty seats")),
            Map.entry(
                    Terrain.HILLS,
                    List.of(
                            "a gentle hill with high grass",
                            "a country road between fields",
                            "a meadow full of wild flowers",
                            "a lone tree on a hilltop",
                            "a village square with a dry fountain")));

    private Setting() {}

    /** Concrete places of one kind of landscape. */
    static List<String> places(Terrain terrain) {
        return PLACES.getOrDefault(terrain, List.of());
    }
}

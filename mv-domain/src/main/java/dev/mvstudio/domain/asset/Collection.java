package dev.mvstudio.domain.asset;

/** The folders of the store. */
public enum Collection {
    VIDEOS("videos"),
    CHARACTER_REFERENCES("character_references"),
    UPLOADS("assets"),
    SCENES("scenes"),
    THUMBNAILS("thumbnails"),
    SEQUENCES("sequences");

    private final String folder;

    Collection(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }
}

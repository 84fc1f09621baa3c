/** Google Cloud Storage, and the download host of Firebase, to try clients with. */
@NullMarked
package dev.mvstudio.testkit.storage;

import org.jspecify.annotations.NullMarked;

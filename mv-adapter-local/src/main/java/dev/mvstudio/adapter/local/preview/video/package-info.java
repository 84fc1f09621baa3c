/** Animatics for nothing: clips whose rhythm can be judged before a film is paid for. */
@NullMarked
package dev.mvstudio.adapter.local.preview.video;

import org.jspecify.annotations.NullMarked;

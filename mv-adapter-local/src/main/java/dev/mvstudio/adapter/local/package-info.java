/** What needs no account: assets on disk, FFmpeg, and generators of previews. */
@NullMarked
package dev.mvstudio.adapter.local;

import org.jspecify.annotations.NullMarked;

/** Assets as files in a folder, what is in them, and files fetched from elsewhere. */
@NullMarked
package dev.mvstudio.adapter.local.asset;

import org.jspecify.annotations.NullMarked;

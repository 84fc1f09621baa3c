/** Where the preview generators keep what they were asked for and what they made, for an hour. */
@NullMarked
package dev.mvstudio.adapter.local.preview.spool;

import org.jspecify.annotations.NullMarked;

/** Written scenes as files for people and programs. */
@NullMarked
package dev.mvstudio.adapter.local.scene;

import org.jspecify.annotations.NullMarked;

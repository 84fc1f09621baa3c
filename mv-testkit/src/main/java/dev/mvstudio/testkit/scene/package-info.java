/** Contracts and fakes around scenes. */
@NullMarked
package dev.mvstudio.testkit.scene;

import org.jspecify.annotations.NullMarked;

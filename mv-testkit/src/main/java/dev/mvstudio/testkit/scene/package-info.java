/** What every scene writer must keep to, and a scripted one. */
@NullMarked
package dev.mvstudio.testkit.scene;

import org.jspecify.annotations.NullMarked;

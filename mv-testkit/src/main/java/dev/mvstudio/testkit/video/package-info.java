/** What every video model must keep to, and a scripted one. */
@NullMarked
package dev.mvstudio.testkit.video;

import org.jspecify.annotations.NullMarked;

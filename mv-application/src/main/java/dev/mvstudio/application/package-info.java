/** The front door of the library: open a {@link dev.mvstudio.application.MusicVideoStudio} and use it. */
@NullMarked
package dev.mvstudio.application;

import org.jspecify.annotations.NullMarked;

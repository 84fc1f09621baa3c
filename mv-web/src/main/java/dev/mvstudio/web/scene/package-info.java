/** The route that writes scenes. */
@NullMarked
package dev.mvstudio.web.scene;

import org.jspecify.annotations.NullMarked;

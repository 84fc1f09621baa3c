/** Routes that film a clip and give it out. */
@NullMarked
package dev.mvstudio.web.video;

import org.jspecify.annotations.NullMarked;

/** Real server processes over a fake provider, to kill and to count. */
@NullMarked
package dev.mvstudio.rig;

import org.jspecify.annotations.NullMarked;

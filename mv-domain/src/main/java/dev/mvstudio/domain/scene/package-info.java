/** The scenes of a music video and the port that writes them. */
@NullMarked
package dev.mvstudio.domain.scene;

import org.jspecify.annotations.NullMarked;

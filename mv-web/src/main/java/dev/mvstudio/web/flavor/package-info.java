/** The route that lists the flavors. */
@NullMarked
package dev.mvstudio.web.flavor;

import org.jspecify.annotations.NullMarked;

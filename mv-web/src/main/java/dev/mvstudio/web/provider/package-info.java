/** What every answer says of how it was made, and the route that lists the backends. */
@NullMarked
package dev.mvstudio.web.provider;

import org.jspecify.annotations.NullMarked;

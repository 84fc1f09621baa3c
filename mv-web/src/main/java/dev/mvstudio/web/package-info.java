/** The server: routes over the use cases, and how it starts and stops. */
@NullMarked
package dev.mvstudio.web;

import org.jspecify.annotations.NullMarked;

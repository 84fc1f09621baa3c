/** The service itself: whether it lives, and its contract to browse. */
@NullMarked
package dev.mvstudio.web.service;

import org.jspecify.annotations.NullMarked;

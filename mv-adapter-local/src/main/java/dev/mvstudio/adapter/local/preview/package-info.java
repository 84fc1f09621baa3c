/** The free backend {@code preview}: generators that need no account, for trying out a film before it is paid for. */
@NullMarked
package dev.mvstudio.adapter.local.preview;

import org.jspecify.annotations.NullMarked;

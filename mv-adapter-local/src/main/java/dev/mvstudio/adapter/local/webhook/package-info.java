/** Webhooks to receivers that callers name, sent over HTTP. */
@NullMarked
package dev.mvstudio.adapter.local.webhook;

import org.jspecify.annotations.NullMarked;

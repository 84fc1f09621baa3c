/** What every sender of webhooks and store of deliveries must keep to, and fakes of them. */
@NullMarked
package dev.mvstudio.testkit.webhook;

import org.jspecify.annotations.NullMarked;

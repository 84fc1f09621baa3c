/** Clips and images by the models that Replicate runs: its HTTP API, its webhooks, its files. */
@NullMarked
package dev.mvstudio.adapter.replicate;

import org.jspecify.annotations.NullMarked;

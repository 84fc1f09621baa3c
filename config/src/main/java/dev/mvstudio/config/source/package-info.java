/** Where configuration comes from: YAML files and environment variables, read strictly, every fault with its place. */
@NullMarked
package dev.mvstudio.config.source;

import org.jspecify.annotations.NullMarked;

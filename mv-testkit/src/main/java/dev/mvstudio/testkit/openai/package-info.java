/** A server with language models as one's own: OpenAI's rules for chat completions, and ways in which they go wrong. */
@NullMarked
package dev.mvstudio.testkit.openai;

import org.jspecify.annotations.NullMarked;

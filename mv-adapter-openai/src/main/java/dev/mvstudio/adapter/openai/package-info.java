/** Scenes by language models of any server that speaks OpenAI's chat completions. */
@NullMarked
package dev.mvstudio.adapter.openai;

import org.jspecify.annotations.NullMarked;

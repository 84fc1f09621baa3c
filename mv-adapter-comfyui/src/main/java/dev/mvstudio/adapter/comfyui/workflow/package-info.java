/** Workflows: graphs as ComfyUI exports them, where a request goes in them, and whether a server can run them. */
@NullMarked
package dev.mvstudio.adapter.comfyui.workflow;

import org.jspecify.annotations.NullMarked;

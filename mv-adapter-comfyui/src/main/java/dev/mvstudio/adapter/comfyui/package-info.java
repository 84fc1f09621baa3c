/** Images and clips by ComfyUI: graphs are filled in, queued at one of several servers, and asked about by their prompt id. */
@NullMarked
package dev.mvstudio.adapter.comfyui;

import org.jspecify.annotations.NullMarked;

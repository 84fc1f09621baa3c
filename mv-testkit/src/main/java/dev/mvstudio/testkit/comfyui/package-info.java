/** A fake ComfyUI that speaks HTTP and WebSocket, with the queue, the rules and the troubles of the real one. */
@NullMarked
package dev.mvstudio.testkit.comfyui;

import org.jspecify.annotations.NullMarked;

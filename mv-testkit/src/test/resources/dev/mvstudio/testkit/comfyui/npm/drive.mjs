// Drives the two clients for ComfyUI that people use, and prints what they saw.
import { CallWrapper, ComfyApi, PromptBuilder } from "@saintno/comfyui-sdk";
import { Client } from "@stable-canvas/comfyui-client";
import WebSocket from "ws";

const [address] = process.argv.slice(2);
const host = new URL(address).host;
const seen = {};

const graph = (seed, steps) => ({
  4: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "sd3.5_large_fp8_scaled.safetensors" } },
  6: { class_type: "CLIPTextEncode", inputs: { text: "a fox", clip: ["4", 1] } },
  7: { class_type: "CLIPTextEncode", inputs: { text: "blurry", clip: ["4", 1] } },
  5: { class_type: "EmptySD3LatentImage", inputs: { width: 320, height: 192, batch_size: 1 } },
  3: {
    class_type: "KSampler",
    inputs: {
      model: ["4", 0], seed, steps, cfg: 7, sampler_name: "euler", scheduler: "normal",
      positive: ["6", 0], negative: ["7", 0], latent_image: ["5", 0], denoise: 1,
    },
  },
  8: { class_type: "VAEDecode", inputs: { samples: ["3", 0], vae: ["4", 2] } },
  9: { class_type: "SaveImage", inputs: { images: ["8", 0], filename_prefix: "sdk/scene" } },
});

// @saintno/comfyui-sdk
class Socket extends WebSocket {
  binaryType = "arraybuffer"; // what the client expects of a browser's
}
const api = new ComfyApi(address, undefined, { customWebSocketImpl: Socket }).init();
await api.waitForReady();
seen.checkpoints = await api.getCheckpoints();
seen.samplers = (await api.getSamplerInfo()).sampler[0].length;
const uploaded = await api.uploadImage(new Uint8Array([137, 80, 78, 71]), "ref.png");
seen.uploaded = uploaded.info.filename;

const run = (seed) => {
  const progress = [];
  let previews = 0;
  const workflow = new PromptBuilder(graph(seed, 3), ["seed"], ["images"])
    .setInputNode("seed", "3.inputs.seed")
    .setOutputNode("images", "9")
    .input("seed", seed);
  return new Promise((resolve, reject) => {
    new CallWrapper(api, workflow)
      .onProgress((info) => progress.push(info.value))
      .onPreview(() => previews++)
      .onFinished((data) => resolve({ images: data.images.images, progress, previews }))
      .onFailed(reject)
      .run();
  });
};
const first = await run(11);
seen.progress = first.progress;
seen.previews = first.previews;
seen.sdkFile = first.images[0].filename;
seen.sdkBytes = (await (await fetch(api.getPathImage(first.images[0]))).arrayBuffer()).byteLength;
api.destroy?.();

// @stable-canvas/comfyui-client
const client = new Client({ api_host: host, WebSocket, fetch });
client.connect();
seen.version = (await client.getSystemStats()).system.comfyui_version;
const bySocket = await client.enqueue(graph(12, 2));
const byPolling = await client.enqueue_polling(graph(12, 2)); // from the cache
seen.files = [bySocket, byPolling].map((result) => result.images.find((image) => image.type === "url").data);
try {
  await client.enqueue(graph(-1, 2));
} catch (error) {
  seen.refused = error.constructor.name;
}
client.close();

console.log(JSON.stringify(seen));
process.exit(0);

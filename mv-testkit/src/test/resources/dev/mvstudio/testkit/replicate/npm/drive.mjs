// Drives a fake Replicate with the official client, and prints what it saw as JSON.
// node drive.mjs API-URL TOKEN CONTROLS-URL

import { createServer } from "node:http";
import { once } from "node:events";
import { webcrypto } from "node:crypto";
import Replicate, { validateWebhook } from "replicate";
import { Webhook } from "standardwebhooks";

const [baseUrl, auth, controls] = process.argv.slice(2);
const replicate = new Replicate({ auth, baseUrl });
const model = "google/veo-3.1";
const seen = {};

const tell = async (what, body) => {
  const answer = await fetch(controls + what, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
};
const failure = async (promise) => promise.then(() => "no error", (error) => error.message);
// The client makes objects of https outputs only; those of the fake stay texts.
const bytes = async (output) => (await (await fetch(String(output))).arrayBuffer()).byteLength;

// create and wait, both modes
let prediction = await replicate.predictions.create({ model, input: { prompt: "one", seed: 0, generate_audio: false } });
seen.created = prediction.status;
prediction = await replicate.wait(prediction, { interval: 20 });
seen.waited = prediction.status;
seen.got = (await replicate.predictions.get(prediction.id)).output === prediction.output;
prediction = await replicate.predictions.create({ model, input: { prompt: "two" }, wait: 10 });
seen.blocked = prediction.status;

// run, in all ways of naming a model
const polled = await replicate.run(model, { input: { prompt: "three" }, wait: { mode: "poll", interval: 20 } });
seen.polledBytes = await bytes(polled);
const block = await replicate.run(model, { input: { prompt: "four" }, wait: { mode: "block", timeout: 10 } });
seen.blockBytes = await bytes(block);
const pinned = "fofr/consistent-character:9c77a3c2f884193fcee4d89645f02a0b9def9434f9e03cb98460456b831c8772";
const pictures = await replicate.run(pinned, { input: { prompt: "five", number_of_outputs: 2, output_format: "png" } });
seen.pictures = pictures.length;
seen.pictureBytes = await bytes(pictures[0]);
const deployed = await replicate.deployments.predictions.create("acme", "clips", { input: { prompt: "six" } });
seen.deployed = deployed.model;
await tell("/settings", { processing_with_output: true });
seen.processing = String(await replicate.run(model, { input: { prompt: "seven" } })).startsWith("http");
await tell("/settings", { processing_with_output: false });

// files
const file = await replicate.files.create(new File(["meow"], "cat.png", { type: "image/png" }), { job: 7 });
seen.file = [file.content_type, file.size, file.metadata.job];
seen.fileGot = (await replicate.files.get(file.id)).checksums.sha256 === file.checksums.sha256;
seen.files = (await replicate.files.list()).results.length;
await replicate.run(model, { input: { prompt: "eight", image: Buffer.from("a picture") } });
seen.filesAfterRun = (await replicate.files.list()).results.length;
seen.deleted = await replicate.files.delete(file.id);
seen.deletedTwice = await failure(replicate.files.delete(file.id));
await replicate.run(model, { input: { prompt: "nine", reference_images: [file.urls.get] } }).catch((error) => {
  seen.inputGone = error.message;
});

// cancel, list
await tell("/settings", { taking_ms: 3600000 });
prediction = await replicate.predictions.create({ model, input: { prompt: "ten" } });
seen.canceled = (await replicate.predictions.cancel(prediction.id)).status;
await tell("/settings", { taking_ms: 100, page_size: 3 });
seen.newest = (await replicate.predictions.list()).results[0].id === prediction.id;
seen.listed = 0;
for await (const page of replicate.paginate(replicate.predictions.list)) seen.listed += page.length;

// what goes wrong
await tell("/faults", { outcome: "flagged" });
seen.failed = await failure(replicate.run(model, { input: { prompt: "eleven" } }));
seen.invalid = await failure(replicate.run(model, { input: { prompt: "twelve", duration: 7 } }));
seen.unauthenticated = await failure(new Replicate({ auth: "r8_wrong", baseUrl }).accounts.current());
await tell("/faults", { api: "429", calls: ["create"], seconds: 1 });
prediction = await replicate.predictions.create({ model, input: { prompt: "thirteen" } });
seen.afterThrottling = prediction.status;
seen.account = (await replicate.accounts.current()).type;
seen.model = (await replicate.models.get("google", "veo-3.1")).name;

// webhooks
const secret = (await replicate.webhooks.default.secret.get()).key;
const receiver = createServer().listen(0, "127.0.0.1");
await once(receiver, "listening");
const webhook = `http://127.0.0.1:${receiver.address().port}/hook`;
const arrived = once(receiver, "request");
await replicate.predictions.create({
  model,
  input: { prompt: "fourteen" },
  webhook,
  webhook_events_filter: ["completed"],
});
const [request, response] = await arrived;
let body = "";
for await (const chunk of request) body += chunk;
response.end();
receiver.close();
const { headers } = request;
const crypto = globalThis.crypto ?? webcrypto;
seen.webhook = JSON.parse(body).status;
seen.webhookValid = await validateWebhook({ headers, body }, secret, crypto);
seen.webhookForged = await validateWebhook({ headers, body: body + " " }, secret, crypto);
seen.webhookStandard = new Webhook(secret).verify(body, headers).id === JSON.parse(body).id;

console.log(JSON.stringify(seen));

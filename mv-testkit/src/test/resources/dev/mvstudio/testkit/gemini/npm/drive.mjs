// Drives the fake with Google's own client, and prints what that saw.
import { stat, readFile } from 'node:fs/promises';
import { GoogleGenAI } from '@google/genai';
import { GoogleGenAI as WithImagen } from 'genai-with-imagen';

const [base, key, controls, picture] = process.argv.slice(2);
const options = { apiKey: key, httpOptions: { baseUrl: base } };
const client = new GoogleGenAI(options);
const seen = {};

const tell = (what, body) => fetch(`${controls}/${what}`, { method: 'POST', body: JSON.stringify(body ?? {}) });
const pause = () => new Promise((done) => setTimeout(done, 20));
const failure = async (work) => {
  try {
    await work();
    return 'no failure';
  } catch (e) {
    return String(e);
  }
};

const image = { mimeType: 'image/png', imageBytes: (await readFile(picture)).toString('base64') };
// The client asks its own base for what looks as Google's addresses do.
await tell('settings', { files_called_by: 'https://generativelanguage.googleapis.com/v1beta/' });

// Texts.
const scene = { type: 'OBJECT', properties: { description: { type: 'STRING' } }, required: ['description'] };
const responseSchema = { type: 'OBJECT', properties: { scenes: { type: 'ARRAY', items: scene } } };
const write = (contents) =>
  client.models.generateContent({
    model: 'gemini-3.7-flash',
    contents,
    config: { systemInstruction: 'You write.', temperature: 1, responseMimeType: 'application/json', responseSchema },
  });
seen.scenes = JSON.parse((await write('4 scenes')).text).scenes.length;
await tell('faults', { reply: 'prompt_blocked' });
seen.blocked = (await write('bad')).promptFeedback.blockReason;
await tell('faults', { api: '429', seconds: 34 });
seen.throttled = await failure(() => write('more'));

// Pictures.
const drawn = await client.models.generateContent({
  model: 'gemini-2.5-flash-image',
  contents: [{ text: 'robot' }, { inlineData: { mimeType: image.mimeType, data: image.imageBytes } }],
  config: { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '1:1', imageSize: '1K' } },
});
seen.picture = drawn.candidates[0].content.parts[0].inlineData.mimeType;
const imagen = await new WithImagen(options).models.generateImages({
  model: 'imagen-4.0-generate-001',
  prompt: 'robot',
  config: { numberOfImages: 2, aspectRatio: '1:1', includeRaiReason: true, outputMimeType: 'image/jpeg' },
});
seen.imagen = imagen.generatedImages.map((i) => i.image.mimeType);

// Clips as operations.
const order = (config) =>
  client.models.generateVideos({ model: 'veo-3.1-generate-preview', source: { prompt: 'lion', image }, config });
let operation = await order({ durationSeconds: 8, lastFrame: image, personGeneration: 'allow_adult' });
seen.running = operation.done ?? false;
await tell('hurry');
operation = await client.operations.getVideosOperation({ operation });
await client.files.download({ file: operation.response.generatedVideos[0], downloadPath: 'clip.mp4' });
for (let i = 0; i < 100 && !(await stat('clip.mp4').catch(() => ({ size: 0 }))).size; i++) {
  await pause();
}
seen.clipBytes = (await stat('clip.mp4')).size;
await tell('faults', { outcome: 'audio_filtered' });
operation = await order({});
await tell('hurry');
operation = await client.operations.getVideosOperation({ operation });
seen.filtered = operation.response.raiMediaFilteredReasons[0];
seen.invalid = await failure(() => order({ durationSeconds: 7 }));

// Clips as interactions.
const interact = (input, format) =>
  client.interactions.create({
    model: 'gemini-omni-1.1-flash',
    input,
    background: true,
    response_format: { type: 'video', duration: '8s', aspect_ratio: '16:9', delivery: 'uri', ...format },
  });
const input = [
  { type: 'text', text: 'she waves' },
  { type: 'image', mime_type: image.mimeType, data: image.imageBytes },
];
const first = await interact(input);
await tell('hurry');
const done = await client.interactions.get(first.id);
seen.interaction = [first.status, done.status, done.steps.at(-1).content[0].mime_type];
const second = await interact('a cat');
seen.cancelled = (await client.interactions.cancel(second.id)).status;
await client.interactions.delete(second.id);
seen.deleted = await failure(() => client.interactions.get(second.id));
seen.tooLong = await failure(() => interact('a cat', { duration: '99s' }));

console.log(JSON.stringify(seen));

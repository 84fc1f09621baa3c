// What pages do with the three routes, as they are written today: each function is used unchanged, against any server.
// Usage: node replicate-clients.mjs http://127.0.0.1:8000 workflow|batch|retry|drawn|chosen. Prints what came out, as JSON.

const server = process.argv[2].replace(/\/$/, '');
const nativeFetch = globalThis.fetch;
globalThis.fetch = (url, init) =>
  nativeFetch(String(url).replace('http://localhost:8000', '').replace(/^\//, `${server}/`), init);
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms / 1000));
globalThis.FileReader = class {
  async readAsDataURL(blob) {
    const bytes = Buffer.from(await blob.arrayBuffer());
    this.result = `data:${blob.type};base64,${bytes.toString('base64')}`;
    this.onload();
  }
};

async function workflow() {
  const scenesResponse = await fetch('http://localhost:8000/api/mv/create_scenes', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      idea: "Tourist exploring Austin, Texas",
      character_description: "Silver metallic humanoid robot with a red shield",
      number_of_scenes: 4
    })
  });

  const scenes = await scenesResponse.json();
  // scenes.scenes contains array of { description, negative_description }

  const charRefResponse = await fetch('http://localhost:8000/api/mv/generate_character_reference', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      character_description: "Silver metallic humanoid robot with a red shield"
    })
  });

  const charRef = await charRefResponse.json();
  const referenceImageBase64 = charRef.image_base64;

  // Generate all scenes concurrently
  const videoPromises = scenes.scenes.map(scene =>
    fetch('http://localhost:8000/api/mv/generate_video', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        prompt: scene.description,
        negative_prompt: scene.negative_description,
        reference_image_base64: referenceImageBase64, // from step 2
        duration: 8,
        generate_audio: true
      })
    }).then(res => res.json())
  );

  const videos = await Promise.all(videoPromises);
  // Each video has: video_id, video_url, metadata

  // Download videos
  const videoFiles = await Promise.all(
    videos.map(async (video) => {
      const response = await fetch(`http://localhost:8000${video.video_url}`);
      return response.blob();
    })
  );

  // Or get video info first
  const videoInfos = await Promise.all(
    videos.map(video =>
      fetch(`http://localhost:8000/api/mv/get_video/${video.video_id}/info`)
        .then(res => res.json())
    )
  );
  return {
    scenes: scenes.scenes,
    videos,
    sizes: videoFiles.map(file => file.size),
    types: videoFiles.map(file => file.type),
    infos: videoInfos
  };
}

function generateVideo(request) {
  return fetch('/api/mv/generate_video', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(420000)
  })
    .then(res => res.json());
}

async function generateMusicVideo(scenes, referenceImage) {
  const MAX_CONCURRENT = 4; // Adjust based on server capacity

  const results = [];
  const queue = [...scenes];

  // Process in batches
  while (queue.length > 0) {
    const batch = queue.splice(0, MAX_CONCURRENT);
    const batchPromises = batch.map(scene =>
      generateVideo({
        prompt: scene.description,
        negative_prompt: scene.negative_description,
        reference_image_base64: referenceImage
      })
    );

    const batchResults = await Promise.allSettled(batchPromises);
    results.push(...batchResults);
  }

  // Handle successes and failures
  const successes = results.filter(r => r.status === 'fulfilled');
  const failures = results.filter(r => r.status === 'rejected');

  return { successes, failures };
}

async function generateVideoWithRetry(request, maxRetries = 2) {
  for (let attempt = 0; attempt <= maxRetries; attempt++) {
    try {
      const response = await fetch('/api/mv/generate_video', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(420000)
      });

      if (!response.ok) {
        const error = await response.json();

        switch (error.error_code) {
          case 'CONTENT_POLICY_VIOLATION':
            throw new Error('Prompt violates content policies. Please modify.');
          case 'RATE_LIMIT_EXCEEDED':
            if (attempt < maxRetries) {
              await sleep(30000); // Wait 30s before retry
              continue;
            }
            throw new Error('Rate limit exceeded. Please try again later.');
          case 'AUTHENTICATION_ERROR':
            throw new Error('Server configuration error. Contact support.');
          default:
            throw new Error(error.message || 'Video generation failed');
        }
      }

      return await response.json();

    } catch (error) {
      if (attempt === maxRetries) {
        throw error;
      }
      // Retry on network errors
      if (error.name === 'TypeError' || error.name === 'AbortError') {
        await sleep(5000);
        continue;
      }
      throw error;
    }
  }
}

// Convert file to base64
async function fileToBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      // Remove data URL prefix
      const base64 = reader.result.split(',')[1];
      resolve(base64);
    };
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
}

// From character reference endpoint
async function generateWithCharacterReference(prompt, characterDescription) {
  // First generate character reference
  const charRef = await fetch('/api/mv/generate_character_reference', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ character_description: characterDescription })
  }).then(r => r.json());

  // Then generate video with reference
  return fetch('/api/mv/generate_video', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      prompt: prompt,
      reference_image_base64: charRef.image_base64
    }),
    signal: AbortSignal.timeout(420000)
  }).then(r => r.json());
}

const drawCharacter = description => fetch('/api/mv/generate_character_reference', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ character_description: description })
}).then(response => response.json());

const scenarios = {
  workflow,
  batch: () => generateMusicVideo(
    Array.from({ length: 6 }, (_, i) => ({ description: `scene ${i}`, negative_description: 'crowds' })), undefined),
  retry: () => generateVideoWithRetry({ prompt: 'a quiet lake' })
    .then(made => ({ made: made.video_id }), error => ({ error: error.message })),
  drawn: () => generateWithCharacterReference('It waves', 'A silver robot'),
  chosen: async () => {
    const { image_id: id } = await drawCharacter('A robot');
    const picture = await (await fetch(`/api/mv/get_image/${id}`)).blob();
    return generateVideo({ prompt: 'It sits', reference_image_base64: await fileToBase64(picture) });
  }
};
console.log(JSON.stringify(await scenarios[process.argv[3]]()));

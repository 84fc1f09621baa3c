// What a page does today: four steps, each as a frontend developer would write it against localhost:8000.
const given = globalThis.fetch;
const fetch = (url, options) => given(url.replace('http://localhost:8000', process.argv[2]), options);

// Step 1: scene descriptions
const scenesResponse = await fetch('http://localhost:8000/api/mv/create_scenes', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    idea: "Tourist exploring Austin, Texas",
    character_description: "Silver metallic humanoid robot with a red shield",
    number_of_scenes: 2
  })
});
const scenes = await scenesResponse.json();

// Step 2: a character reference
const charRefResponse = await fetch('http://localhost:8000/api/mv/generate_character_reference', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    character_description: "Silver metallic humanoid robot with a red shield"
  })
});
const charRef = await charRefResponse.json();
const referenceImageBase64 = charRef.image_base64;

// Step 3: one clip for each scene, at once
const videoPromises = scenes.scenes.map(scene =>
  fetch('http://localhost:8000/api/mv/generate_video', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      prompt: scene.description,
      negative_prompt: scene.negative_description,
      reference_image_base64: referenceImageBase64,
      duration: 8,
      generate_audio: true
    })
  }).then(res => res.json())
);
const videos = await Promise.all(videoPromises);

// Step 4: the files and what is known of them
const videoFiles = await Promise.all(
  videos.map(async (video) => {
    const response = await fetch(`http://localhost:8000${video.video_url}`);
    return response.blob();
  })
);
const videoInfos = await Promise.all(
  videos.map(video =>
    fetch(`http://localhost:8000/api/mv/get_video/${video.video_id}/info`)
      .then(res => res.json())
  )
);

console.log(JSON.stringify({
  scenes: scenes.scenes.length,
  videos: videos.map(video => video.metadata.parameters_used),
  types: videoFiles.map(file => file.type),
  sizes: videoFiles.map(file => file.size),
  infos: videoInfos
}));

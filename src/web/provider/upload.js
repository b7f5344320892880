/**
 * Sends evidence files in pieces (tus 1.0) and shows how far each is; a piece that was cut is sent again from where the
 * server stands. Without this script the form sends them in one go. Reads its texts and addresses from the page.
 */
const form = document.querySelector('form[data-uploads]');
const input = form?.querySelector('input[type=file]');
const list = document.getElementById('upload-progress');
const pieceBytes = 4 * 1024 * 1024;
const triesMost = 8;

if (form && input && list) {
  input.addEventListener('change', () => void sendAll([...input.files]));
}

async function sendAll(files) {
  form.querySelector('button[type=submit]').disabled = true;
  let failed = false;
  for (const file of files) {
    const line = lineFor(file);
    try {
      await send(file, (done) => show(line, file, done));
    } catch (error) {
      failed = true;
      line.status.textContent = `${file.name}: ${list.dataset.failed} ${error.message}`;
    }
  }
  if (!failed) location.reload();
  else form.querySelector('button[type=submit]').disabled = false;
}

/** A line of text and a bar. The text is announced in steps, the bar moves on. */
function lineFor(file) {
  const item = document.createElement('li');
  const status = document.createElement('span');
  const bar = document.createElement('progress');
  status.setAttribute('role', 'status');
  status.textContent = file.name;
  bar.max = file.size;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  item.append(status, bar);
  list.append(item);
  list.hidden = false;
  return { status, bar, said: -1 };
}

function show(line, file, done) {
  line.bar.value = done;
  const tenth = Math.floor((10 * done) / file.size);
  if (tenth === line.said) return;
  line.said = tenth;
  line.status.textContent = `${file.name}: ${10 * tenth} %`;
}

async function send(file, progress) {
  const address = await begin(file);
  let offset = Number((await ask(address, 'HEAD', {})).headers.get('Upload-Offset'));
  for (let tries = 0; offset < file.size;) {
    try {
      const answer = await ask(address, 'PATCH', { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, file.slice(offset, offset + pieceBytes)); // prettier-ignore
      offset = Number(answer.headers.get('Upload-Offset'));
      tries = 0;
    } catch (error) {
      tries += 1;
      if (tries > triesMost || error.final) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries));
      const answer = await ask(address, 'HEAD', {}).catch(() => undefined);
      if (answer) offset = Number(answer.headers.get('Upload-Offset'));
    }
    progress(offset);
  }
}

/** Goes on with an upload of the same name and size that was cut before; the hash shown afterwards tells if it was another. */
async function begin(file) {
  const known = await (await fetch(form.dataset.uploads, { headers: { Accept: 'application/json' } })).json();
  const same = known.find(
    (each) => each.name === file.name && each.announced === file.size && each.sha256 === undefined,
  );
  if (same) return `${form.dataset.uploads}/${same.id}`;
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  const answer = await ask(form.dataset.uploads, 'POST', { 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` }); // prettier-ignore
  return answer.headers.get('Location');
}

async function ask(address, method, headers, body) {
  const answer = await fetch(address, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers }, body });
  if (answer.ok) return answer;
  const error = new Error((await answer.text()) || String(answer.status));
  error.final = answer.status < 500 && answer.status !== 409 && answer.status !== 423;
  throw error;
}

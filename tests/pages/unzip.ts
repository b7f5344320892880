import yauzl from 'yauzl';

/** The files of a ZIP by their paths, read with somebody else's reader. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true });
  const files = new Map<string, Uint8Array>();
  for await (const entry of archive.eachEntry()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    files.set(entry.fileName, new Uint8Array(Buffer.concat(chunks)));
  }
  return files;
}

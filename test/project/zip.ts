/** One file in a zip archive, as its directory says. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes before compression. */
  readonly size: number;
}

/**
 * Lists what a zip archive holds, from the directory at its end.
 * @param bytes a whole archive without zip64 (below 4 GB and 65,535 files)
 * @throws Error when the bytes are no zip archive
 */
export function listZip(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('This is not a zip archive: it has no directory at its end.');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`The zip archive's directory is broken at byte ${at}.`);
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const start = at + 46;
    const nameEnd = start + (name ?? 0);
    entries.push({ name: bytes.toString('utf8', start, nameEnd), size: bytes.readUInt32LE(at + 24) });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

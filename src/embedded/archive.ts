// Takes one file out of a zip or a gzipped tar in memory. Forty lines over node:zlib instead of a dependency: the two
// archives that we open hold one program each, are made by known tools, and use no other feature of their formats.

import { gunzipSync, inflateRawSync } from 'node:zlib';
import { EmbeddedError } from './embedded-error.ts';

/** @throws EmbeddedError `EMBEDDED_DOWNLOAD_BAD` when there is no file whose path ends in `suffix` */
export function readFromZip(archive: Buffer, suffix: string): Buffer {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw missing(suffix);
  const count = archive.readUInt16LE(end + 10);
  let entry = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = archive.readUInt16LE(entry + 28);
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (name.endsWith(suffix)) return readZipEntry(archive, entry);
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  throw missing(suffix);
}

/** @throws EmbeddedError `EMBEDDED_DOWNLOAD_BAD` when there is no file whose path ends in `suffix` */
export function readFromTarGz(archive: Buffer, suffix: string): Buffer {
  const tar = gunzipSync(archive);
  for (let header = 0; header + 512 <= tar.length; ) {
    const name = readText(tar, header, 100);
    const size = Number.parseInt(readText(tar, header + 124, 12), 8);
    if (name === '' || Number.isNaN(size)) break;
    const start = header + 512;
    if (name.endsWith(suffix)) return tar.subarray(start, start + size);
    header = start + Math.ceil(size / 512) * 512;
  }
  throw missing(suffix);
}

function readZipEntry(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  return method === 0 ? data : inflateRawSync(data);
}

function readText(tar: Buffer, offset: number, length: number): string {
  return tar.toString('utf8', offset, offset + length).replace(/[\0 ].*$/s, '');
}

function missing(suffix: string): EmbeddedError {
  return new EmbeddedError('EMBEDDED_DOWNLOAD_BAD', `the downloaded archive holds no "${suffix}"`);
}

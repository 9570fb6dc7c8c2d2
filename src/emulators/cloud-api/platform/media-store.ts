// Uploaded media, in memory: what a number uploaded can be sent by its id and read back.

import { createHash } from 'node:crypto';

export interface StoredMedia {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const FIRST_ID = 700_000_000_000_001;

export class MediaStore {
  readonly #media = new Map<string, StoredMedia>();
  #count = 0;

  add(upload: Pick<StoredMedia, 'phoneNumberId' | 'mimeType' | 'bytes'>): StoredMedia {
    const media = {
      ...upload,
      id: String(FIRST_ID + this.#count),
      sha256: createHash('sha256').update(upload.bytes).digest('hex'),
    };
    this.#count += 1;
    this.#media.set(media.id, media);
    return media;
  }

  find(id: string): StoredMedia | undefined {
    return this.#media.get(id);
  }

  delete(id: string): boolean {
    return this.#media.delete(id);
  }

  clear(): void {
    this.#media.clear();
  }
}

// Screenshots one after the other as one picture that moves (APNG): sharper and smaller than a GIF of the same.

import upng from 'upng-js';

/** Enough for an interface of few colours; what is the same from one to the next costs nothing. */
const colours = 128;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export class MovingPicture {
  readonly #size: Size;
  readonly #frames: ArrayBuffer[] = [];
  readonly #shownMs: number[] = [];

  constructor(size: Size) {
    this.#size = size;
  }

  add(screenshot: Buffer, shownMs: number): void {
    const [frame] = upng.toRGBA8(upng.decode(Uint8Array.from(screenshot).buffer));
    if (frame === undefined) return;
    this.#frames.push(frame);
    this.#shownMs.push(shownMs);
  }

  toPng(): Uint8Array {
    const { width, height } = this.#size;
    return new Uint8Array(upng.encode(this.#frames, width, height, colours, this.#shownMs));
  }
}

// A picture in pixels: the SVG, drawn by the browser.

import type { SvgPicture } from './picture-to-svg.ts';

export class PictureTooLargeError extends Error {
  readonly code = 'PICTURE_TOO_LARGE';
}

/** Sharp on fine screens. */
const scale = 2;
/** What browsers draw at most: pixels of a side, and of all. */
const limit = { side: 16_000, all: 100_000_000 } as const;
/** Smaller than this, nobody can read it. */
const smallestScale = 0.2;

/** @throws PictureTooLargeError */
export async function svgToPng({ text, width, height }: SvgPicture): Promise<Blob> {
  const fitting = Math.min(
    scale,
    limit.side / Math.max(width, height),
    Math.sqrt(limit.all / (width * height)),
  );
  if (fitting < smallestScale)
    throw new PictureTooLargeError('The picture has more pixels than browsers draw.');
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await paint(image, { width: Math.round(width * fitting), height: Math.round(height * fitting) });
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function paint(image: HTMLImageElement, size: { width: number; height: number }): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new PictureTooLargeError('The browser has made no picture of it.'));
      else resolve(blob);
    }, 'image/png');
  });
}

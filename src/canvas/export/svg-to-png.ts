// A picture in pixels. The browser draws the shapes of the SVG; the words are written over them, because a picture of its
// own doesn't get the fonts of the page.

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
/** Of the page; the SVG names more of them, for other machines. */
const family = '"Pretendard Variable", sans-serif';

/** @throws PictureTooLargeError */
export async function svgToPng({ text, width, height }: SvgPicture): Promise<Blob> {
  const fitting = Math.min(
    scale,
    limit.side / Math.max(width, height),
    Math.sqrt(limit.all / (width * height)),
  );
  if (fitting < smallestScale)
    throw new PictureTooLargeError('The picture has more pixels than browsers draw.');
  const document = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const words = takeWords(document);
  const shapes = await toImage(new XMLSerializer().serializeToString(document));
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new PictureTooLargeError('The browser has no room for the picture.');
  pen.drawImage(shapes, 0, 0, canvas.width, canvas.height);
  const [left = 0, top = 0] = numbersIn(document.getAttribute('viewBox'));
  pen.scale(fitting, fitting);
  pen.translate(-left, -top);
  await loadFonts(words);
  for (const word of words) write(pen, word);
  return toBlob(canvas);
}

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly font: string;
  readonly align: CanvasTextAlign;
}

/** Takes the words out of the picture. */
function takeWords(document: Element): readonly Word[] {
  return [...document.querySelectorAll('text')].map((element) => {
    const read = (name: string) => element.getAttribute(name) ?? '';
    const { x, y } = originOf(element);
    element.remove();
    return {
      text: element.textContent ?? '',
      x: Number(read('x')) + x,
      y: Number(read('y')) + y,
      fill: read('fill'),
      font: `${read('font-weight') || 400} ${read('font-size') || 12}px ${family}`,
      align: read('text-anchor') === 'middle' ? 'center' : 'left',
    };
  });
}

/** What it stands in is only ever moved. */
function originOf({ parentElement }: Element): { readonly x: number; readonly y: number } {
  if (parentElement === null) return { x: 0, y: 0 };
  const { x, y } = originOf(parentElement);
  const [dx = 0, dy = 0] = numbersIn(parentElement.getAttribute('transform'));
  return { x: x + dx, y: y + dy };
}

function numbersIn(text: string | null): readonly number[] {
  return (text?.match(/-?[\d.]+/g) ?? []).map(Number);
}

async function loadFonts(words: readonly Word[]): Promise<void> {
  const texts = new Map<string, string>();
  for (const { font, text } of words) texts.set(font, (texts.get(font) ?? '') + text);
  await Promise.all([...texts].map(([font, text]) => document.fonts.load(font, text)));
}

function write(pen: CanvasRenderingContext2D, { text, x, y, fill, font, align }: Word): void {
  Object.assign(pen, { font, fillStyle: fill, textAlign: align });
  pen.fillText(text, x, y);
}

async function toImage(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new PictureTooLargeError('The browser has made no picture of it.'));
      else resolve(blob);
    }, 'image/png');
  });
}

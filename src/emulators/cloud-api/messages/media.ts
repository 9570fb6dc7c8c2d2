// Media as messages and template headers carry them: by the id of an upload or by link, never by both (F§1.3).

import * as z from 'zod';
import { atMost } from './characters.ts';

const source = { id: z.string().min(1).optional(), link: z.url({ protocol: /^https?$/ }).optional() };
const caption = atMost(1024).optional();

export const imageObject = oneSource(z.strictObject({ ...source, caption }));
export const videoObject = oneSource(z.strictObject({ ...source, caption }));
export const audioObject = oneSource(z.strictObject({ ...source, voice: z.boolean().optional() }));
export const stickerObject = oneSource(z.strictObject(source));
export const documentObject = oneSource(
  z.strictObject({ ...source, caption, filename: atMost(240).optional() }),
);

function oneSource<Media extends z.ZodType<{ id?: string | undefined; link?: string | undefined }>>(
  media: Media,
): Media {
  return media
    .refine(({ id, link }) => id !== undefined || link !== undefined, {
      path: ['id'],
      params: { missing: true },
      message: 'is required, or link',
    })
    .refine(({ id, link }) => id === undefined || link === undefined, {
      path: ['link'],
      message: 'cannot be given together with id',
    });
}

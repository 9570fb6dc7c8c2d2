// What stands above a message: a line of text or a file.

import type { AnyHeader } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { documentField, mediaField, toDocument, toMedia } from './media.ts';
import { type Say, shortText, under } from './say.ts';

export const headerText = shortText(60).meta(labelled({ en: 'Header', ko: '머리글' }));
export const pictureFields = [
  z.strictObject({ image: mediaField }).meta(labelled({ en: 'Image', ko: '이미지' })),
  z.strictObject({ video: mediaField }).meta(labelled({ en: 'Video', ko: '동영상' })),
  z.strictObject({ document: documentField }).meta(labelled({ en: 'Document', ko: '문서' })),
] as const;

export type Picture = z.infer<(typeof pictureFields)[number]>;

export const headerField = z
  .union([headerText, ...pictureFields])
  .meta(
    labelled(
      { en: 'Header', ko: '머리글' },
      { en: 'What stands above the text: a line, or a file.', ko: '내용 위에 놓이는 한 줄 또는 파일입니다.' },
    ),
  );

export function toHeader(header: string | Picture, say: Say): AnyHeader {
  return typeof header === 'string' ? { type: 'text', text: say(header, []) } : toPicture(header, say);
}

export function toPicture(header: Picture, say: Say): Exclude<AnyHeader, { type: 'text' }> {
  if ('image' in header) return { type: 'image', image: toMedia(header.image, under(say, 'image')) };
  if ('video' in header) return { type: 'video', video: toMedia(header.video, under(say, 'video')) };
  return { type: 'document', document: toDocument(header.document, under(say, 'document')) };
}

// Files and places in the config of WhatsApp nodes, and what Meta gets of them.

import type {
  WhatsAppDocument,
  WhatsAppLocation,
  WhatsAppMedia,
} from '../../../src/messaging/whatsapp-media.ts';
import { labelled, ofKind, z } from '../../../src/node-kit/index.ts';
import { hasLiquid, numberField, type Say, sayNumber, sayOptional, shortText } from './say.ts';

const webAddress = shortText(2_000)
  .refine((text) => hasLiquid(text) || (/^https?:\/\//i.test(text) && URL.canParse(text)), { error: 'url' })
  .meta({ ...ofKind('web-address'), format: 'liquid' });
const mediaId = shortText(200).meta(
  labelled(
    { en: 'Upload', ko: '업로드' },
    { en: 'What Meta answered to the upload.', ko: '업로드할 때 Meta가 준 id입니다.' },
  ),
);

export const addressField = webAddress.meta({
  examples: ['https://example.org/sale?id={{ event.id }}'],
});

export const mediaField = z.union([webAddress, z.strictObject({ id: mediaId })]).meta({
  ...labelled(
    { en: 'File', ko: '파일' },
    {
      en: 'A file: its address on the web, from which Meta fetches it, or the id of an upload.',
      ko: 'Meta가 가져갈 웹 주소 또는 업로드 id입니다.',
    },
  ),
  examples: ['https://example.org/spring.jpg', { id: '1037543291543636' }],
});

const filename = shortText(240)
  .optional()
  .meta(
    labelled(
      { en: 'File name', ko: '파일 이름' },
      { en: 'The name that the person sees.', ko: '고객에게 보이는 이름입니다.' },
    ),
  );
export const documentField = z
  .union([
    webAddress,
    z.strictObject({ link: webAddress, filename }),
    z.strictObject({ id: mediaId, filename }),
  ])
  .meta({
    ...labelled(
      { en: 'Document', ko: '문서' },
      {
        en: 'A document: its address on the web or the id of an upload, and its name.',
        ko: '문서의 웹 주소 또는 업로드 id와 이름입니다.',
      },
    ),
    examples: [{ link: 'https://example.org/{{ event.invoice }}.pdf', filename: 'invoice.pdf' }],
  });

export const locationField = z
  .strictObject({
    latitude: numberField.meta(labelled({ en: 'Latitude', ko: '위도' })),
    longitude: numberField.meta(labelled({ en: 'Longitude', ko: '경도' })),
    name: shortText(1_024)
      .optional()
      .meta(labelled({ en: 'Name', ko: '이름' })),
    address: shortText(1_024)
      .optional()
      .meta(labelled({ en: 'Address', ko: '주소' })),
  })
  .meta({
    ...labelled(
      { en: 'Place', ko: '위치' },
      { en: 'A place, in degrees.', ko: '위도와 경도로 나타낸 위치입니다.' },
    ),
    examples: [{ latitude: 37.5665, longitude: 126.978, name: 'City hall' }],
  });

export function toMedia(media: z.infer<typeof mediaField>, say: Say): WhatsAppMedia {
  return typeof media === 'string' ? { link: say(media, []) } : { id: say(media.id, ['id']) };
}

export function toDocument(document: z.infer<typeof documentField>, say: Say): WhatsAppDocument {
  if (typeof document === 'string') return { link: say(document, []) };
  const file = 'id' in document ? { id: say(document.id, ['id']) } : { link: say(document.link, ['link']) };
  return { ...file, ...sayOptional(say, 'filename', document.filename) };
}

export function toLocation(
  { latitude, longitude, name, address }: z.infer<typeof locationField>,
  say: Say,
): WhatsAppLocation {
  return {
    latitude: sayNumber(say, latitude, ['latitude']),
    longitude: sayNumber(say, longitude, ['longitude']),
    ...sayOptional(say, 'name', name),
    ...sayOptional(say, 'address', address),
  };
}

// Files and places in the config of WhatsApp nodes, and what Meta gets of them.

import type {
  WhatsAppDocument,
  WhatsAppLocation,
  WhatsAppMedia,
} from '../../../src/messaging/whatsapp-media.ts';
import { ofKind, z } from '../../../src/node-kit/index.ts';
import { hasLiquid, numberField, type Say, sayNumber, sayOptional, shortText } from './say.ts';

const webAddress = shortText(2_000)
  .refine((text) => hasLiquid(text) || (/^https?:\/\//i.test(text) && URL.canParse(text)), { error: 'url' })
  .meta({ ...ofKind('web-address'), format: 'liquid' });
const mediaId = shortText(200).meta({ description: 'What Meta answered to the upload.' });

export const addressField = webAddress.meta({
  examples: ['https://example.org/sale?id={{ event.id }}'],
});

export const mediaField = z.union([webAddress, z.strictObject({ id: mediaId })]).meta({
  description: 'A file: its address on the web, from which Meta fetches it, or the id of an upload.',
  examples: ['https://example.org/spring.jpg', { id: '1037543291543636' }],
});

const filename = shortText(240).optional().meta({ description: 'The name that the person sees.' });
export const documentField = z
  .union([
    webAddress,
    z.strictObject({ link: webAddress, filename }),
    z.strictObject({ id: mediaId, filename }),
  ])
  .meta({
    description: 'A document: its address on the web or the id of an upload, and its name.',
    examples: [{ link: 'https://example.org/{{ event.invoice }}.pdf', filename: 'invoice.pdf' }],
  });

export const locationField = z
  .strictObject({
    latitude: numberField,
    longitude: numberField,
    name: shortText(1_024).optional(),
    address: shortText(1_024).optional(),
  })
  .meta({
    description: 'A place, in degrees.',
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

// Checks files and places that messages and templates carry. Pure.

import type { WhatsAppLocation, WhatsAppMedia } from '../../messaging/whatsapp-media.ts';
import type { Checks, Problems } from './problem.ts';

/** Characters; ids of uploads have some 16 digits, Meta names no limit. */
const idLimit = 256;

export function checkMedia(place: string, media: WhatsAppMedia, check: Checks): Problems {
  if ('id' in media) return check.text(`${place}.id`, media.id, idLimit);
  return check.link(`${place}.link`, media.link);
}

/** Degrees on the earth. */
export function checkLocation(
  place: string,
  { latitude, longitude }: WhatsAppLocation,
  check: Checks,
): Problems {
  return [
    ...check.holds(`${place}.latitude`, Math.abs(latitude) <= 90),
    ...check.holds(`${place}.longitude`, Math.abs(longitude) <= 180),
  ];
}

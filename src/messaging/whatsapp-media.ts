// What several kinds of WhatsApp messages carry: files and places. Pure types, in Meta's own words.

/** A file: uploaded to Meta before, or fetched by Meta from our address (and kept for 10 minutes, F§1.3). */
export type WhatsAppMedia = { readonly id: string } | { readonly link: string };
export type WhatsAppDocument = WhatsAppMedia & { readonly filename?: string };

/** Degrees. */
export interface WhatsAppLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

// A WhatsApp sender as its client needs it, and the port that finds one by its number. Credentials change while a worker
// runs, so a sender is asked for at every exchange and never kept.

/** Who passes messages on to Meta. */
export const whatsappProviders = ['meta', '360dialog'] as const;
export type WhatsAppProvider = (typeof whatsappProviders)[number];

export interface WhatsAppSender {
  readonly provider: WhatsAppProvider;
  /** Without a path of ours, e.g. `https://graph.facebook.com`. */
  readonly baseUrl: string;
  /** Of the Graph API, e.g. `v25.0`; providers without versions ignore it. */
  readonly apiVersion: string;
  readonly accessToken: string;
  /** Marketing templates go to Meta's own endpoint for them (F§1.5); absent: to `/messages` like all others. */
  readonly marketing?: MarketingApi;
}

export interface MarketingApi {
  /** `strict`: a marketing template that can't go out there doesn't go out as an ordinary message instead. */
  readonly policy: 'fallback' | 'strict';
  /** Whether Meta may use what people do with the message; absent: as the account says. */
  readonly shareActivity?: boolean;
}

export interface WhatsAppSenders {
  /** By Meta's id of the number; undefined where none is configured, or its credentials can not be read. */
  find(phoneNumberId: string): WhatsAppSender | undefined;
  /** Meta has refused the token: reads the credentials anew. True where there is another token by now. */
  renew(phoneNumberId: string): Promise<boolean>;
}

// What the API answers about a browser's session, as types. Instants are ISO 8601.

export interface SessionAnswer {
  /** Goes as `x-csrf-token` with everything that changes something. */
  readonly csrfToken: string;
  /** When it ends unless it is used before. */
  readonly expiresAt: string;
  /** Of the server. */
  readonly version: string;
  /** The emulator's phones, where messages go to an emulator. */
  readonly phonesUrl: string | null;
  readonly temporalUrl: string | null;
  /** Whether this server's runs can skip time. */
  readonly canSkip: boolean;
}

export interface SessionLinkAnswer {
  /** Opens a session in the browser that it is opened in, once. */
  readonly url: string;
  readonly expiresAt: string;
}

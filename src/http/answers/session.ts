// What the API answers about a browser's session.

import { z } from 'zod';
import { type Answer, instant } from './answer.ts';

export const sessionAnswer = z
  .object({
    csrfToken: z.string().describe('Goes as `x-csrf-token` with everything that changes something.'),
    expiresAt: instant.describe('When it ends unless it is used before.'),
    version: z.string().describe('Of the server.'),
    phonesUrl: z.string().nullable().describe("The emulator's phones, where messages go to an emulator."),
    temporalUrl: z.string().nullable(),
    canSkip: z.boolean().describe("Whether this server's runs can skip time."),
  })
  .meta({ id: 'SessionAnswer' });
export type SessionAnswer = Answer<typeof sessionAnswer>;

export const sessionLinkAnswer = z
  .object({
    url: z.string().describe('Opens a session in the browser that it is opened in, once.'),
    expiresAt: instant,
  })
  .meta({ id: 'SessionLinkAnswer' });
export type SessionLinkAnswer = Answer<typeof sessionLinkAnswer>;

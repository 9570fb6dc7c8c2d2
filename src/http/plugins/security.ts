// What every answer says to browsers, and how much one address may ask. The canvas has a policy of its own, since it is
// the only thing here that a browser shows.

import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { AppError } from '../app-error.ts';
import type { Routes } from '../route-context.ts';

export interface SecurityOptions {
  readonly publicUrl?: string | undefined;
}

/** Cookies are read, rates are known to routes that ask for one (`app.rateLimit`), headers are on every answer. */
export function addSecurity(app: Routes, { publicUrl }: SecurityOptions): void {
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // A browser that once heard it never asks by http again, which only who serves by https may promise.
    strictTransportSecurity: publicUrl?.startsWith('https:') === true,
  });
  app.register(cookie);
  app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { max }) => new AppError('RATE_LIMITED', { facts: { perMinute: max } }),
  });
}

// The demo speaks to Jornada as any caller would: over its HTTP API, with a key.

import { request } from 'undici';

export type Api = (path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** Thrown with the problem's own words when the API says no. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code = 'DEMO_API';
}

/** POSTs where there is a body, else GETs. */
export function createApi(url: string, apiKey: string): Api {
  return async (path, body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await request(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: text }),
    });
    const content = (await answer.body.json()) as Record<string, unknown>;
    if (answer.statusCode < 400) return content;
    throw new ApiError(`${path} answered ${answer.statusCode}: ${JSON.stringify(content)}`);
  };
}

// Somebody who writes a journey over the API, as an editor does: what they read or saved last is what they have seen.

import { apiKey, type HttpWorld } from './world.ts';

export type Author = ReturnType<typeof createAuthor>;

/** A journey's text that is like no other of another `mark`. */
export function toText(id: string, mark: string | number): string {
  return JSON.stringify({
    id,
    name: `Draft ${mark}`,
    entry: { on: { api: true } },
    start: 'done',
    nodes: { done: { type: 'sample.exit' } },
  });
}

export function createAuthor({ app }: HttpWorld, id: string) {
  let seen: string | undefined;

  async function ask(method: 'GET' | 'PUT' | 'DELETE' | 'POST', path: string, body?: object) {
    const response = await app.inject({
      method,
      url: `/v1/drafts/${id}${path}`,
      headers: {
        'x-api-key': apiKey,
        ...(method !== 'GET' && (seen === undefined ? { 'if-none-match': '*' } : { 'if-match': seen })),
      },
      ...(body && { payload: body }),
    });
    const { etag } = response.headers;
    if (typeof etag === 'string') seen = etag;
    return response;
  }

  return {
    /** The ETag seen last; undefined where there was none. */
    seen: () => seen,
    async read() {
      const response = await ask('GET', '');
      if (response.statusCode === 404) seen = undefined;
      return response;
    },
    save: (source: string, baseVersion?: number | null) =>
      ask('PUT', '', { source, ...(baseVersion !== undefined && { baseVersion }) }),
    async delete() {
      const response = await ask('DELETE', '');
      if (response.statusCode === 204) seen = undefined;
      return response;
    },
    publish: (fields: object = {}) => ask('POST', '/publish', fields),
  };
}

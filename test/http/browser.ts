// A browser as far as sessions go: it keeps the cookie, and sends what a page of ours sends.

import type { InjectOptions } from 'fastify';
import type { HttpWorld } from './world.ts';
import { apiKey } from './world.ts';

/** Where a link leads, without its server. */
export async function askForLink({ app }: Pick<HttpWorld, 'app'>, headers: Record<string, string> = {}) {
  const request = { method: 'POST', url: '/v1/session-links', payload: {} } as const;
  const answer = await app.inject({ ...request, headers: { 'x-api-key': apiKey, ...headers } });
  const { url = 'http://none.example/', ...rest } = answer.json();
  const { origin, pathname, search } = new URL(url);
  return { status: answer.statusCode, origin, path: `${pathname}${search}`, ...rest };
}

export async function signIn(world: Pick<HttpWorld, 'app'>) {
  const { path } = await askForLink(world);
  const opened = await world.app.inject({ url: path });
  const [cookie] = opened.cookies;
  const cookies = { [cookie?.name ?? '']: cookie?.value ?? '' };
  const ask = (request: InjectOptions) => world.app.inject({ cookies, ...request });
  const session = (await ask({ url: '/v1/session' })).json();
  return { opened, cookie, cookies, session, ask };
}

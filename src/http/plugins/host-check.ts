// Against DNS rebinding: a page of somebody else whose name was made to lead to this machine would be asked in our name,
// and its browser would see one origin. What listens on loopback alone is therefore only called by loopback's names.

import type { FastifyRequest } from 'fastify';
import { AppError } from '../app-error.ts';

export interface HostCheckOptions {
  /** The address that the server listens on; not given, every name is taken. */
  readonly listensOn?: string | undefined;
  /** Where browsers reach us, if not where we listen: behind a proxy, for example. */
  readonly publicUrl?: string | undefined;
}

/** An `onRequest` hook. @throws AppError HOST_UNKNOWN */
export function createHostCheck({ listensOn, publicUrl }: HostCheckOptions) {
  const isClosed = listensOn !== undefined && isLoopback(listensOn);
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  return async ({ headers }: FastifyRequest): Promise<void> => {
    if (!isClosed) return;
    const name = toName(headers.host ?? '');
    if (name === undefined || (name !== own && !isLoopback(name))) throw new AppError('HOST_UNKNOWN');
  };
}

function toName(host: string): string | undefined {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

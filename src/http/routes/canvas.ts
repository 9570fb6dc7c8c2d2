// The canvas as Vite has built it. Files under /assets carry a hash of what is in them and are kept for long; the page is
// always fresh and is answered at every address of the canvas. Scripts, workers and data come from here alone.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../app-error.ts';
import { type PlainPage, sendPlainPage } from '../plain-page.ts';
import type { Routes } from '../route-context.ts';

export interface CanvasOptions {
  /** Holds index.html and assets/. */
  readonly canvasFolder?: string | undefined;
  /** Shown in a frame. */
  readonly phonesUrl?: string | undefined;
}

/** Where the page has the nonce of the styles that its libraries add. */
const noncePlace = '__CSP_NONCE__';

const yearMs = 365 * 86_400_000;

export function addCanvasRoutes(app: Routes, { canvasFolder, phonesUrl }: CanvasOptions): void {
  const frames = phonesUrl === undefined ? "'none'" : new URL(phonesUrl).origin;

  if (canvasFolder !== undefined) {
    app.register(serveFiles, {
      root: join(canvasFolder, 'assets'),
      prefix: '/assets/',
      ...{ immutable: true, maxAge: yearMs, index: false, dotfiles: 'ignore', decorateReply: false },
      // A worker goes by the policy of its own file, not by that of the page.
      setHeaders: (reply) => reply.header('content-security-policy', toPolicy({ frames })),
    });
  }

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (!isForPage(request)) throw new AppError('ROUTE_UNKNOWN');
    const page = canvasFolder && (await readPage(canvasFolder));
    if (!page) return sendPlainPage(reply, 503, notBuilt);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', toPolicy({ frames, nonce }))
      .send(page.replaceAll(noncePlace, nonce));
  });
}

/** Addresses of the canvas are made up in the browser; a program that errs gets a problem, as everywhere. */
function isForPage({ url, headers }: FastifyRequest): boolean {
  // Not by `URL`, for which `//` is no address at all.
  const [path = ''] = url.split('?');
  if (path === '/') return true;
  const takesHtml = headers.accept?.includes('text/html') === true;
  return takesHtml && !/^\/(v1|webhooks|assets)(\/|$)/.test(path);
}

async function readPage(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function toPolicy({ frames, nonce }: { readonly frames: string; readonly nonce?: string }): string {
  return [
    "default-src 'none'",
    ...["script-src 'self'", "worker-src 'self'", "connect-src 'self'"],
    ...["img-src 'self' data: blob:", "font-src 'self'"],
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    `frame-src ${frames}`,
    ...["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"],
  ].join('; ');
}

const notBuilt: PlainPage = {
  title: { en: 'The canvas is not built yet.', ko: '캔버스가 아직 빌드되지 않았습니다.' },
  hint: {
    en: 'The API runs. Build the canvas, then load this page again:',
    ko: 'API는 실행 중입니다. 캔버스를 빌드한 다음 이 페이지를 다시 여세요.',
  },
  command: 'npm run build',
};

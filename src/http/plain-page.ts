// A page without anything, for a browser that can't be shown the canvas: what is wrong and what to type, in both
// languages, since nobody has chosen one yet.

import type { FastifyReply } from 'fastify';
import type { LocalizedText } from '../journey/catalogue.ts';

export interface PlainPage {
  readonly title: LocalizedText;
  readonly hint: LocalizedText;
  readonly command: string;
}

export function sendPlainPage(reply: FastifyReply, status: number, page: PlainPage): FastifyReply {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(toHtml(page));
}

/** Texts are ours, so nothing is escaped. */
function toHtml({ title, hint, command }: PlainPage): string {
  const section = (language: 'en' | 'ko') =>
    `<section lang="${language}"><h1>${title[language]}</h1><p>${hint[language]}</p></section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>Jornada</title></head>
<body><main>${section('en')}${section('ko')}<pre><code>${command}</code></pre></main></body></html>
`;
}

// Describes the API as OpenAPI 3.1, from the very schemas that routes check by. What is registered after it is described.

import swagger from '@fastify/swagger';
import type { Routes } from '../route-context.ts';
import { sessionCookie } from '../session-tokens.ts';
import { toDocument } from './to-document.ts';
import { toOperation } from './to-operation.ts';

const description = `Draw, check, simulate, publish and watch journeys. A guide is in docs/api.md.

Problems are RFC 9457 documents with a \`code\` to branch on, in the language of \`accept-language\` (en, ko). Answers may
get new members: ignore those that you don't know.`;

const tags = [
  { name: 'Design', description: 'For whoever draws a journey: node types, checks, simulations.' },
  {
    name: 'Drafts',
    description: 'What is being written. A change says in `If-Match` which revision it stands on.',
  },
  { name: 'Journeys', description: 'Published journeys, their versions, and what changed between two.' },
  { name: 'Runs', description: 'People on their way: started, listed, explained, counted.' },
  { name: 'People', description: 'People by your own ids for them, and the events that happen to them.' },
  {
    name: 'Senders',
    description: 'Numbers and addresses that send: how fast, what bars them, how canaries fare.',
  },
  { name: 'Templates', description: 'Templates as Meta has them.' },
  { name: 'Sessions', description: 'How a browser asks: a one-time link, a cookie, a token.' },
  { name: 'Server', description: 'Health, and what others call.' },
];

export function addOpenApi(app: Routes): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: { title: 'Jornada', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/' }],
      tags,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An API key.' },
          apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'An API key.' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Set by `GET /open`.' },
          csrf: {
            type: 'apiKey',
            in: 'header',
            name: 'x-csrf-token',
            description: '`csrfToken` of `GET /v1/session`: goes with the cookie when something changes.',
          },
        },
      },
    },
    convertConstToEnum: false,
    transform: toOperation,
    transformObject: toDocument,
  });
}

// The committed description of the API, asked about single exchanges: is there such an operation, does a body fit it.

import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Media {
  readonly content?: { readonly [type: string]: { readonly schema: object } };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: Media;
  readonly responses: { readonly [status: string]: Media };
}

export interface ApiDocument {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: { readonly [name: string]: object } };
}

export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly body?: unknown;
}

export const committedText = readFileSync(new URL('../../schemas/openapi.json', import.meta.url), 'utf8');
export const committed: ApiDocument = JSON.parse(committedText);

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(committed, 'api');

/** Of a schema that may refer to others of the document. */
export function compileSchema(schema: object): ValidateFunction {
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')));
}

export function findOperation({ method, url }: Exchange): Operation | undefined {
  const { pathname } = new URL(url, 'http://api');
  const path = Object.keys(committed.paths)
    // Words before parameters: `/v1/people/{id}` is not `/v1/people/search`.
    .sort((left, right) => left.split('{').length - right.split('{').length)
    .find((one) => new RegExp(`^${one.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname));
  return path === undefined ? undefined : committed.paths[path]?.[method.toLowerCase()];
}

/** What of a request does not fit the description; none where all does. */
export function checkRequest(exchange: Exchange): string[] {
  const operation = findOperation(exchange);
  if (operation === undefined) return [`no operation for ${exchange.method} ${exchange.url}`];
  const { parameters = [], requestBody } = operation;
  const known = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  const given = [...new URL(exchange.url, 'http://api').searchParams.keys()];
  return [
    ...given.filter((name) => !known.has(name)).map((name) => `${exchange.url}: no parameter ${name}`),
    ...checkContent(requestBody, 'application/json', exchange.body),
  ];
}

export function checkAnswer(exchange: Exchange, status: number): string[] {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const response = findOperation(exchange)?.responses[status];
  if (response === undefined) return [`${exchange.method} ${exchange.url}: no answer ${status}`];
  return checkContent(response, type, exchange.body);
}

function checkContent(media: Media | undefined, type: string, body: unknown): string[] {
  const schema = media?.content?.[type]?.schema;
  if (schema === undefined) return body === undefined ? [] : [`no ${type} is described`];
  const validate = compileSchema(schema);
  return validate(body)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

// A route as `@fastify/swagger` describes it: its zod schemas as JSON Schema, with the problems that it can answer and the
// ways to say who asks. Made when the document is asked for, never while a request is answered.

import { STATUS_CODES } from 'node:http';
import type { SwaggerTransform } from '@fastify/swagger';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../answers/problem.ts';
import { problemMediaType } from '../problem.ts';
import { problemTexts } from '../problem-texts.ts';
import { jsonSchemaConfig } from './json-schema-config.ts';
import { type DescribedRoute, isApi, isReading, listProblems } from './route-problems.ts';

/** Names of `securitySchemes`: a key, in one of two headers. */
export const onlyKeys = [{ bearer: [] }, { apiKey: [] }];

const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig: jsonSchemaConfig });

export const toOperation: SwaggerTransform = (input) => {
  const { schema = {}, url, route } = input;
  const described: DescribedRoute = { method: route.method, url, schema };
  return toJsonSchema({
    ...input,
    schema: {
      ...schema,
      security: schema.security ?? toSecurity(described),
      response: { ...toAnswers(described), ...toProblems(described) },
    },
  });
};

/** A browser's session also needs its token where it changes something. */
function toSecurity(route: DescribedRoute) {
  if (!isApi(route)) return [];
  return [...onlyKeys, isReading(route) ? { session: [] } : { session: [], csrf: [] }];
}

function toAnswers({ schema: { response } }: DescribedRoute) {
  return Object.fromEntries(
    Object.entries(response ?? {}).map(([status, answer]) => [
      status,
      // Without content (204) there is no media type either.
      answer instanceof z.ZodType && !(answer instanceof z.ZodUndefined)
        ? { description: STATUS_CODES[status], content: { 'application/json': { schema: answer } } }
        : answer,
    ]),
  );
}

function toProblems(route: DescribedRoute) {
  const problems = listProblems(route).map((code) => ({ code, ...problemTexts[code] }));
  return Object.fromEntries(
    problems.map(({ status }) => {
      const description = problems
        .filter((one) => one.status === status)
        .map(({ code, title }) => `\`${code}\`: ${title.en}`)
        .join('\n\n');
      return [status, { description, content: { [problemMediaType]: { schema: problem } } }];
    }),
  );
}

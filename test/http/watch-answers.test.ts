// The watch itself: what it lets pass and what it doesn't.

import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../src/http/app-error.ts';
import { answerError } from '../../src/http/error-handler.ts';
import { watchAnswers } from './watch-answers.ts';

const response = { 200: z.object({ id: z.string() }) };

test.each([
  ['as described', { response }, () => ({ id: 'one' }), undefined],
  ['with another type', { response }, () => ({ id: 1 }), /GET \/one 200: .*expected string/],
  ['with more than is described', { response }, () => ({ id: 'one', more: true }), /has more than/],
  ['of a status that is not described', { response: {} }, () => ({ id: 'one' }), /not described/],
  ['a problem that is named', { problems: ['RUN_LIVE'] }, refuse, undefined],
  ['a problem that is not named', { problems: ['RUN_OVER'] }, refuse, /GET \/one 409: RUN_LIVE/],
] as const)('an answer %s', async (_name, schema, handler, says) => {
  const app = fastify();
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(answerError);
  app.get('/one', { schema }, async () => handler());
  const watch = watchAnswers(app);
  await app.inject('/one');
  if (says === undefined) watch.check();
  else expect(watch.check).toThrow(says);
});

function refuse(): never {
  throw new AppError('RUN_LIVE');
}

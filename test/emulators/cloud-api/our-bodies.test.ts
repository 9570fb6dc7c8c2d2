// Two readings of Meta's documentation that share no code: what our side builds and finds good, the emulator takes.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphError } from '../../../src/emulators/cloud-api/graph-error.ts';
import { parseMessage } from '../../../src/emulators/cloud-api/messages/parse-message.ts';
import { toRequestBody } from '../../../src/whatsapp/payload.ts';
import { arbitraryContents } from '../../whatsapp/payload/arbitrary-content.ts';

const to = { phone: '+821012345678' };

test.each(arbitraryContents)('any %s of ours is taken', (_kind, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (content) => {
      const built = toRequestBody({ content, to, token: 'att_1', about: 'wamid.A' });
      if (!built.ok) expect.unreachable('our own checks refuse it');
      expect([findRefusal(built.body), built.body]).toEqual([undefined, built.body]);
    }),
    { numRuns: 60 },
  );
});

function findRefusal(body: unknown): unknown {
  try {
    parseMessage(body);
    return undefined;
  } catch (error) {
    if (error instanceof GraphError) return error.toBody();
    throw error;
  }
}

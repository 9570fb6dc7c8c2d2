import { expect, test } from 'vitest';
import { toTraceLines } from '../../../src/cli/trace/trace-lines.ts';
import { composed } from '../../support/composed.ts';

test('nothing in a message can steer the terminal', () => {
  const message = composed('email.send', { subject: 'a\u001b[2Jb', html: '<p>c\u001b[2Jd</p>' });
  const about = { node: 'mail', send: 'mail#1', category: 'marketing', answer: 'accepted' };
  const entry = { at: 0, kind: 'message', message, ...about } as const;
  const format = {
    language: 'en',
    timeZone: 'Asia/Seoul',
    paint: (_style: string, text: string) => text,
  } as const;
  const lines = toTraceLines([entry], format);
  expect(lines.join('\n')).toContain('email "a·[2Jb"');
  expect(lines.join('\n')).not.toContain('\u001b');
});

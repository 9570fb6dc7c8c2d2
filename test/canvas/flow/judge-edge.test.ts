import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/canvas/flow/free-key.ts';
import { type Ends, judgeEdge, keyFor, refusedSteps } from '../../../src/canvas/flow/judge-edge.ts';
import { edgesOf } from '../../../src/canvas/model/edges.ts';
import { answers, check, journeyOf } from '../model/journeys.ts';

const journey = journeyOf({
  text: {
    type: 'sms.send',
    with: { text: 'Hi' },
    next: { accepted: 'done', '*': 'mail', unresolved: 'mail' },
  },
  mail: { type: 'email.send', with: { subject: 'Hi', text: 'Hi' }, next: { accepted: 'done' } },
  done: { type: 'exit' },
  remark: { type: 'note', with: { text: 'Hi' } },
});

const known: Known = { journey, check: check(journey), nodeTypes: answers };
const [moved] = edgesOf('text', journey.nodes['text'] ?? { type: '' }, ['accepted']);
const judge = (ends: Ends) => judgeEdge(known, ends);

describe('an edge that is drawn', () => {
  it('leaves by the outcome that was taken hold of, else by the next that is free', () => {
    expect(keyFor(known, { source: 'mail', outcome: 'limit.user' })).toBe('limit.user');
    expect(keyFor(known, { source: 'mail', outcome: undefined })).toBe('*');
    expect(keyFor(known, { source: 'text', outcome: undefined })).toBeUndefined();
  });

  it('is refused where the outcome leads on already, or where nobody may come, with the reason', () => {
    expect(judge({ source: 'text', outcome: 'accepted', target: 'mail' })).toMatchObject({
      en: 'This outcome leads to “done” already.',
    });
    expect(judge({ source: 'text', outcome: undefined, target: 'mail' })).toMatchObject({
      en: expect.stringMatching(/^All outcomes of this step lead on already/),
    });
    expect(judge({ source: 'mail', outcome: '*', target: 'remark' })).toMatchObject({
      en: expect.stringMatching(/^A note/),
    });
    expect(judge({ source: 'mail', outcome: '*', target: 'text' })).toBe(true);
  });
});

describe('an edge of which an end is moved', () => {
  it('may lead elsewhere by the outcomes that it has', () => {
    expect(moved?.keys).toEqual(['accepted']);
    expect(judgeEdge(known, { source: 'text', outcome: undefined, target: 'mail' }, moved)).toBe(true);
    const refused = refusedSteps(known, (target) => ({ source: 'text', outcome: undefined, target }), moved);
    expect([...refused]).toEqual(['remark']);
  });

  it('may begin the journey elsewhere, at what is a step', () => {
    const entry = { id: '@entry', source: '@entry', target: 'text', keys: [''], meaning: 'reached' } as const;
    const refused = refusedSteps(
      known,
      (target) => ({ source: '@entry', outcome: undefined, target }),
      entry,
    );
    expect([...refused]).toEqual(['remark']);
  });

  it('may come from an outcome that is free, and from its own; from none that leads on', () => {
    expect(judgeEdge(known, { source: 'mail', outcome: '*', target: 'done' }, moved)).toBe(true);
    expect(judgeEdge(known, { source: 'text', outcome: 'accepted', target: 'done' }, moved)).toBe(true);
    expect(judgeEdge(known, { source: 'text', outcome: '*', target: 'done' }, moved)).toMatchObject({
      en: 'This outcome leads to “mail” already.',
    });
    const refused = refusedSteps(known, (source) => ({ source, outcome: undefined, target: 'done' }), moved);
    expect([...refused]).toEqual(['done', 'remark']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { validateJourney } from '../../src/journey/validate.ts';
import { type Step, walkChart } from '../support/walk-chart.ts';

function walk(name: string, steps: readonly Step[]): string {
  const text = readFileSync(new URL(`../../src/gallery/${name}.json`, import.meta.url), 'utf8');
  const { chart } = validateJourney(text, catalogue);
  if (chart === undefined) return 'does not compile';
  const { entered, ended = '…' } = walkChart(chart, steps);
  return [...entered, ended].join(' → ');
}

const accepted: Step = { answer: { status: 'accepted', send: 'snd_1', due: 100 } };
const evidence = (outcome: string): Step => ({ evidence: { send: 'snd_1', outcome } });
const thinking: readonly Step[] = [accepted, evidence('delivered'), { answer: { status: 'wait', due: 200 } }];
const sent: Step = { done: 'accepted' };

describe('spring sale', () => {
  it.each<readonly [string, string, readonly Step[]]>([
    ['orders while thinking', 'offer → think → converted', [...thinking, { exit: 'converted' }]],
    [
      'orders something else while thinking',
      'offer → think → done → reached',
      [...thinking, { event: 'order.placed' }],
    ],
    ['does not order', 'offer → think → text → done → reached', [...thinking, { timer: 'first' }, sent]],
    ['is in an experiment', 'offer → text → done → reached', [accepted, evidence('experiment'), sent]],
    ['is at the limit', 'offer → text → done → reached', [accepted, evidence('limit.user'), sent]],
    ['is in the US', 'offer → text → done → reached', [{ done: 'limit.us' }, sent]],
    ['has no WhatsApp', 'offer → mail → done → reached', [accepted, evidence('undeliverable'), sent]],
    ['stays silent', 'offer → mail → done → reached', [accepted, { timer: 'first' }, sent]],
    ['stays unresolved', 'offer → mail → done → reached', [{ done: 'unresolved' }, sent]],
    [
      'cannot be reached at all',
      'offer → mail → lost → unreached',
      [{ done: 'account' }, { done: 'undeliverable' }],
    ],
    [
      'is resolved by late evidence after a lost answer',
      'offer → think → …',
      [{ answer: { status: 'unknown', send: 'snd_1', due: 50 } }, evidence('delivered')],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('spring-sale', steps)).toBe(path));
});

describe('flash deal', () => {
  it.each<readonly [string, string, readonly Step[]]>([
    ['gets it on WhatsApp', 'offer → done → reached', [accepted, evidence('delivered')]],
    ['is known to be at the limit', 'offer → text → done → reached', [{ done: 'limit.user' }, sent]],
    [
      'cannot be reached at all',
      'offer → text → lost → unreached',
      [{ done: 'limit.us' }, { done: 'undeliverable' }],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('flash-deal', steps)).toBe(path));
});

describe('order help', () => {
  const parked: Step = { answer: { status: 'parked', send: 'snd_1', due: 300, policy: 'window' } };

  it.each<readonly [string, string, readonly Step[]]>([
    ['is inside the window', 'answer → done → reached', [accepted, evidence('delivered')]],
    [
      'never writes',
      'answer → text → done → reached',
      [parked, { timer: 'first' }, { done: 'expired' }, sent],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('order-help', steps)).toBe(path));
});

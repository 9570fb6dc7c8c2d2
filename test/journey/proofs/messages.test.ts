// Templates, evidence and fallbacks by example, with the real node types.

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import { check } from '../../../src/journey/check.ts';
import type { Definition } from '../../../src/journey/definition.ts';
import { proveWhole } from '../../../src/journey/proofs/prove.ts';
import { resolveNode } from '../../../src/journey/resolved-node.ts';
import type { Surroundings, TemplateInfo } from '../../../src/journey/surroundings.ts';
import { journeyOf, proofOf } from './random-walks.ts';

function issuesOf(definition: Definition, surroundings: Surroundings = {}) {
  const resolved = Object.entries(definition.nodes).flatMap(([id, source]) => {
    const node = resolveNode(id, source, catalogue.get(source.type));
    return node === undefined ? [] : [[id, node] as const];
  });
  return proveWhole(definition, new Map(resolved), { catalogue, surroundings }).issues;
}

const spring: TemplateInfo = {
  name: 'spring_sale',
  language: 'ko',
  category: 'MARKETING',
  status: 'APPROVED',
  bodyParameters: ['name'],
};

function templateIssues(info: Partial<TemplateInfo>, config: Record<string, unknown> = {}) {
  const offer = {
    type: 'whatsapp.template',
    with: { template: 'spring_sale', language: 'ko', body: { name: 'Kim' }, ...config },
  };
  return issuesOf(journeyOf({ offer }), { templates: [{ ...spring, ...info }] }).map(
    ({ code, severity, path }) => `${code} ${severity} ${path.slice(2).join('.')}`,
  );
}

describe('a template', () => {
  it.each<readonly [string, Partial<TemplateInfo>, Record<string, unknown>, string[]]>([
    ['that fits has no finding', {}, {}, []],
    ['of a low score is sent all the same', { status: 'REINSTATED' }, {}, []],
    ['that does not exist is an error', { name: 'spring_sales' }, {}, ['J510 error with.template']],
    ['in another language is an error', { language: 'en' }, {}, ['J511 error with.language']],
    ['that was rejected is an error', { status: 'REJECTED' }, {}, ['J512 error with.template']],
    ['that is paused is a warning', { status: 'PAUSED' }, {}, ['J513 warning with.template']],
    ['with a picture needs one', { header: 'image' }, {}, ['J514 error with.header']],
    ['with a picture takes no text', { header: 'image' }, { header: 'Hello' }, ['J514 error with.header']],
    [
      'with a picture that is given is fine',
      { header: 'image' },
      { header: { image: 'https://example.org/a' } },
      [],
    ],
    [
      'whose link has a variable needs its end',
      { buttons: [{ index: 0, kind: 'url', needed: true }] },
      {},
      ['J520 error with.buttons'],
    ],
    [
      'whose buttons are given what they take is fine',
      {
        buttons: [
          { index: 0, kind: 'url', needed: true },
          { index: 1, kind: 'quick_reply', needed: false },
        ],
      },
      { buttons: [{ index: 0, text: 'a' }] },
      [],
    ],
    [
      'whose button is of another kind is an error',
      { buttons: [{ index: 0, kind: 'quick_reply', needed: false }] },
      { buttons: [{ index: 0, coupon: 'A' }] },
      ['J520 error with.buttons'],
    ],
    ['without a header takes none', {}, { header: 'Hello' }, ['J514 error with.header']],
    [
      'with another name for a parameter is an error',
      { bodyParameters: ['who'] },
      {},
      ['J515 error with.body'],
    ],
    ['with parameters in order takes them in order', { bodyParameters: 1 }, {}, ['J515 error with.body']],
    ['of unknown parameters is not judged by them', { bodyParameters: 1 }, { body: ['Kim'] }, []],
    [
      'with an alternate that nobody has is an error there',
      {},
      { alternate: { template: 'nobody_has_it' } },
      ['J510 error with.alternate.template'],
    ],
    [
      'as its own alternate is given what that needs',
      {},
      { alternate: { template: 'spring_sale', body: { who: 'Kim' } } },
      ['J515 error with.alternate.body'],
    ],
    [
      'is repeated only where it is a utility',
      {},
      { repeatUnresolved: true },
      ['J518 warning with.repeatUnresolved'],
    ],
  ])('%s', (_what, info, config, expected) => {
    expect(templateIssues(info, config)).toEqual(expected);
  });

  it('of a number that is not configured is an error, with the one that was meant', () => {
    const offer = {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', sender: 'shop-rk' },
    };
    const [issue, ...others] = issuesOf(journeyOf({ offer }), { senders: ['shop-jp', 'shop-kr'] });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: 'J505',
      severity: 'error',
      path: ['nodes', 'offer', 'with', 'sender'],
      facts: { sender: 'shop-rk', suggestion: 'shop-kr' },
    });
    expect(issuesOf(journeyOf({ offer }), { senders: ['shop-rk'] })).toEqual([]);
    const ofJourney = { ...journeyOf({ offer }), policy: { sender: 'shop' } };
    expect(issuesOf(ofJourney, { senders: ['shop-rk'] })).toMatchObject([{ path: ['policy', 'sender'] }]);
    expect(issuesOf(journeyOf({ offer }))).toEqual([]);
  });

  it('is not judged where templates are not known', () => {
    const offer = { type: 'whatsapp.template', with: { template: 'nowhere', language: 'ko' } };
    expect(issuesOf(journeyOf({ offer }))).toEqual([]);
  });

  it('for one-time codes is odd in a campaign', () => {
    const code = {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', body: { name: '1' } },
    };
    const templates = [{ ...spring, category: 'AUTHENTICATION' }];
    const codesBy = (definition: Definition) =>
      issuesOf(definition, { templates }).map((issue) => issue.code);
    expect(codesBy(journeyOf({ code }, { on: { campaign: true } }))).toEqual(['J517']);
    expect(codesBy(journeyOf({ code }))).toEqual([]);
  });
});

const template = { type: 'whatsapp.template', with: { template: 'spring_sale', language: 'ko' } };
const text = { type: 'sms.send', with: { text: 'Hello' } };

describe('a fallback', () => {
  it('to the same channel after a failure of that channel is a warning at its edge', () => {
    const offer = { ...template, next: { undeliverable: 'again', limit: 'text' } };
    const [issue, ...others] = issuesOf(journeyOf({ offer, again: template, text }));
    expect(issue).toMatchObject({
      code: 'J521',
      severity: 'warning',
      path: ['nodes', 'offer', 'next', 'undeliverable'],
      facts: { node: 'offer', outcomes: ['undeliverable'], to: 'again', channel: 'whatsapp' },
    });
    expect(others).toEqual([]);
  });

  it('is seen through a branch, not through a wait', () => {
    const which = {
      type: 'branch',
      with: { cases: [{ name: 'vip', if: 'person.vip' }] },
      next: { vip: 'again' },
    };
    const offer = { ...template, next: { experiment: 'which' } };
    expect(issuesOf(journeyOf({ offer, which, again: template })).map(({ code }) => code)).toEqual(['J521']);
    const later = { type: 'delay', with: { for: 'P7D' }, next: 'again' };
    expect(issuesOf(journeyOf({ offer, which: later, again: template }))).toEqual([]);
  });

  it('from a marketing limit to a utility template is sound', () => {
    const plain = { type: 'whatsapp.template', with: { template: 'receipt', language: 'ko' } };
    const offer = { ...template, next: { 'limit.user': 'plain' } };
    const templates = [
      { ...spring, bodyParameters: 0 },
      { ...spring, name: 'receipt', category: 'UTILITY', bodyParameters: 0 },
    ];
    expect(issuesOf(journeyOf({ offer, plain }), { templates })).toEqual([]);
  });

  it('is none where the journey goes on whatever happens', () => {
    expect(issuesOf(journeyOf({ offer: { ...template, next: 'news' }, news: template }))).toEqual([]);
  });

  it('that comes round to itself at once is an error, unless its visits are bounded', () => {
    const offer = { ...template, next: { '*': 'text' } };
    const back = { ...text, next: { '*': 'offer' } };
    const codes = (nodes: Parameters<typeof journeyOf>[0]) =>
      issuesOf(journeyOf(nodes)).map(({ code }) => code);
    expect(codes({ offer, text: back })).toContain('J522');
    expect(codes({ offer: { ...offer, maxVisits: 2 }, text: back })).not.toContain('J522');
  });

  it('that comes round to itself is not told as a cycle without a bound as well', () => {
    const nodes = {
      offer: { ...template, next: { '*': 'text' } },
      text: { ...text, next: { '*': 'offer' } },
    };
    const { issues } = check(journeyOf(nodes), catalogue);
    expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['J522']);
  });

  it('that comes round by silence has waited', () => {
    expect(issuesOf(journeyOf({ offer: { ...template, next: { silent: 'offer' } } }))).toEqual([]);
  });
});

describe('evidence', () => {
  it('that the channel never gives is an error', () => {
    const [issue] = proofOf(
      journeyOf({ ask: { type: 'say', with: { channel: 'sms', await: 'replied' } } }),
    ).issues;
    expect(issue).toMatchObject({
      code: 'J502',
      facts: { awaits: 'replied', gives: ['delivered'], channel: 'sms' },
    });
  });
});

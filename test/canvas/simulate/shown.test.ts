import { describe, expect, test } from 'vitest';
import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import { actionWords } from '../../../src/canvas/simulate/action-words.ts';
import { coverageOf, edgesIn, walkedIn } from '../../../src/canvas/simulate/edge-coverage.ts';
import { needsProject } from '../../../src/canvas/simulate/needs-project.ts';
import { toPhoneLines } from '../../../src/canvas/simulate/phone-lines.ts';
import { toTimeline } from '../../../src/canvas/simulate/timeline.ts';
import { toOverlay } from '../../../src/canvas/simulate/to-overlay.ts';
import { menuOf, systemOutcomes } from '../../../src/canvas/simulate/world-menu.ts';
import { checkSource } from '../../../src/journey/check-answer.ts';
import type { Definition } from '../../../src/journey/definition.ts';
import { failureChoices } from '../../../src/simulator/failure-choices.ts';
import { inventSample } from '../../../src/simulator/invent-sample.ts';
import type { SimulatedAction } from '../../../src/simulator/play-actions.ts';
import { simulateActions } from '../../../src/simulator/simulate-actions.ts';
import { journeyOf, offer, template } from '../../simulator/simulated.ts';

const failures = failureChoices();

function simulated(journey: Definition, ...actions: readonly SimulatedAction[]) {
  const sample = inventSample({ definition: journey, nodeTypes });
  const check = checkSource(JSON.stringify(journey), catalogue);
  const answer = simulateActions({ definition: journey, nodeTypes }, { ...sample, actions: [...actions] });
  if (!answer.entered) throw new TypeError(answer.words.en);
  const manner = { actions, journey, check, failures, language: 'en' } as const;
  return {
    journey,
    check,
    answer,
    overlay: toOverlay(answer, { journey, check }),
    story: toTimeline(answer, manner),
  };
}

describe('on the canvas', () => {
  test('the person is where the run rests, and the edge that is hoped for moves', () => {
    const { overlay } = simulated(offer());
    expect(overlay.steps['offer']).toEqual({
      isHere: true,
      meaning: 'waiting',
      badge: { en: 'is here · until 12:00', ko: '여기에 있음 · 12:00까지' },
    });
    expect(overlay.steps['text']).toEqual({ isDim: true });
    expect(overlay.edges['@entry']).toEqual({ isLit: true });
    expect(overlay.edges['offer→done']).toMatchObject({ isWaiting: true });
    expect(overlay.edges['offer→text!']).toEqual({ isDim: true });
  });

  test('the way that was taken is lit, and the rest is dimmed', () => {
    const { overlay } = simulated(offer(), { fail: 130472 });
    expect(overlay.steps['offer']).toEqual({ meaning: 'fell' });
    expect(overlay.steps['text']).toEqual({ meaning: 'reached' });
    expect(overlay.steps['done']).toMatchObject({ isHere: true, badge: { en: 'ended here: reached' } });
    expect(overlay.steps['lost']).toEqual({ isDim: true });
    expect(overlay.edges['offer→text!']).toEqual({ isLit: true });
    expect(overlay.edges['offer→done']).toEqual({ isDim: true });
    expect(overlay.edges['text→done']).toEqual({ isLit: true });
  });

  test('a run that is ended from outside has no edge of the step, and neither reached nor failed there', () => {
    const exit = [{ on: { event: 'order.placed' }, as: 'converted' }];
    const { overlay } = simulated(offer({}, { exit }), { event: 'order.placed' });
    expect(overlay.steps['offer']).toEqual({
      isHere: true,
      badge: expect.objectContaining({ en: 'ended here: converted' }),
    });
    expect(overlay.edges['offer→done']).toEqual({ isDim: true });
  });

  test('whoever may not enter is nowhere', () => {
    const journey = offer({}, { entry: { on: { event: 'a' }, if: 'event.total > 9.0' } });
    const check = checkSource(JSON.stringify(journey), catalogue);
    const answer = simulateActions({ definition: journey, nodeTypes }, { event: { total: 1 }, actions: [] });
    expect(answer.entered).toBe(false);
    const { steps, edges } = toOverlay(answer, { journey, check });
    expect([...Object.values(steps), ...Object.values(edges)].every(({ isDim }) => isDim === true)).toBe(
      true,
    );
  });

  test('a step of an awaited journey is the step that awaits it', () => {
    const inner = journeyOf(
      {
        offer: { type: 'whatsapp.template', with: template(), next: 'end' },
        end: { type: 'exit', with: { as: 'done' } },
      },
      { id: 'inner' },
    );
    const outer = journeyOf({
      call: { type: 'journey.run', with: { journey: 'inner' }, next: 'end' },
      end: { type: 'exit', with: { as: 'done' } },
    });
    const surroundings = { journeys: new Map([['inner', inner]]) };
    const answer = simulateActions({ definition: outer, nodeTypes, surroundings }, { actions: [] });
    const check = checkSource(JSON.stringify(outer), catalogue, surroundings);
    expect(answer.entered && answer.rest?.node).toBe('call/offer');
    expect(toOverlay(answer, { journey: outer, check }).steps['call']).toMatchObject({ isHere: true });
  });
});

describe('the story', () => {
  test('tells what was done between what came of it', () => {
    const { story } = simulated(offer(), { advance: '30m' }, { fail: 130472 });
    expect(story.map(({ title, meaning, action }) => [title, meaning, action])).toEqual([
      ['offer', 'waiting', undefined],
      ['30 min pass', undefined, 0],
      ["fails: part of Meta's marketing experiment (130472)", undefined, 1],
      ['offer: experiment', 'fell', undefined],
      ['text', undefined, undefined],
      ['text: accepted', 'reached', undefined],
      ['end: reached', undefined, undefined],
    ]);
  });

  test('gives the checks of the gate, the reasons and the way on', () => {
    const { story } = simulated(offer(), { fail: 130472 });
    expect(story[0]?.details[0]).toMatch(/^✓ may be sent \(window closed, marketing consent in/);
    expect(story[0]?.details[1]).toContain('→ accepted');
    expect(story[0]?.details[2]).toBe('waits for evidence of the message, until Mon 4 Jan 12:00 (2 h)');
    const settled = story.find(({ title }) => title === 'offer: experiment');
    expect(settled?.details).toEqual([
      "part of Meta's marketing experiment (130472)",
      '→ text, by “other failures”',
    ]);
  });

  test('says once why the gate refused', () => {
    const journey = offer();
    const sample = inventSample({ definition: journey, nodeTypes });
    const { phone: _phone, ...person } = sample.person;
    const answer = simulateActions({ definition: journey, nodeTypes }, { ...sample, person, actions: [] });
    if (!answer.entered) throw new TypeError('Nobody entered.');
    const check = checkSource(JSON.stringify(journey), catalogue);
    const story = toTimeline(answer, { actions: [], journey, check, failures, language: 'en' });
    expect(story.find(({ title }) => title === 'offer: undeliverable')?.details).toEqual([
      'no address for this channel',
      'no message was sent',
      '→ text, by “other failures”',
    ]);
  });

  test('marks what met nothing', () => {
    const { story } = simulated(offer(), { deliver: true }, { deliver: true }, { advance: '1h' });
    expect(story.filter(({ isUnmet }) => isUnmet).map(({ action }) => action)).toEqual([2]);
  });

  test('keeps the time of what was done', () => {
    const { story, answer } = simulated(offer(), { advance: '30m' }, { fail: 130472 });
    const failed = story.find(({ action }) => action === 1);
    expect(failed?.at).toBe(answer.startedAt + 30 * 60_000);
  });
});

describe('the phone', () => {
  const english = ({ en }: { readonly en: string }) => en;

  test('has what was sent with its ticks, and what was said', () => {
    const { answer } = simulated(offer({ await: 'replied' }), { deliver: true }, { reply: 'Yes' });
    const [message, said] = toPhoneLines(answer, english);
    expect(message).toMatchObject({ id: 'offer#1', tick: 'delivered' });
    expect(said).toMatchObject({ said: 'Yes' });
  });

  test('says of a failed message that it is not there, and shows the text message that came instead', () => {
    const { answer } = simulated(offer(), { fail: 130472 });
    const [failed, text] = toPhoneLines(answer, english);
    expect(failed).toMatchObject({ tick: 'failed', remark: 'not on the phone: failed (130472)' });
    expect(text).toMatchObject({ message: { channel: 'sms', text: 'Hello' }, tick: 'sent' });
  });

  test('tells held, lost and unsent messages apart', () => {
    const held = toPhoneLines(simulated(offer(), { hold: true }).answer, english)[0];
    const lost = toPhoneLines(simulated(offer(), { lose: true }).answer, english)[0];
    expect(held).toMatchObject({ tick: 'waiting', remark: 'held back by Meta for its quality' });
    expect(lost).toMatchObject({ remark: 'maybe sent: no answer came' });
  });
});

describe('coverage', () => {
  test('counts each key of next, and adds up what runs have walked', () => {
    const { journey, check, answer } = simulated(offer(), { fail: 130472 });
    const edges = edgesIn(journey, check);
    const one = coverageOf(edges, new Set(walkedIn(answer)));
    expect([one.walked, one.all]).toEqual([2, 6]);
    const more = simulated(offer(), { deliver: true });
    const both = coverageOf(edges, new Set([...walkedIn(answer), ...walkedIn(more.answer)]));
    expect(both.walked).toBe(3);
    expect(both.left.map(({ source, key }) => `${source} ${key}`)).toEqual([
      'offer unresolved',
      'text *',
      'text unresolved',
    ]);
    expect(both.left[0]?.drawn).toBe('offer→text!');
  });

  test('an edge that leads elsewhere is not walked any more', () => {
    const { answer } = simulated(offer(), { deliver: true });
    const changed = offer();
    const nodes = {
      ...changed.nodes,
      offer: {
        ...changed.nodes['offer'],
        type: 'whatsapp.template',
        next: { delivered: 'lost', '*': 'text' },
      },
    };
    const edges = edgesIn({ ...changed, nodes }, undefined);
    expect(coverageOf(edges, new Set(walkedIn(answer))).walked).toBe(0);
  });
});

describe('what else the world can do', () => {
  test('is about the first message while nothing has happened', () => {
    const { answer } = simulated(offer());
    const first = menuOf(answer.possible, { isFirst: true, asksSystems: false });
    expect(first.map(({ id }) => id)).toEqual(['inbound', 'other-event', 'refuse', 'hold', 'lose', 'exit']);
    expect(first.find(({ id }) => id === 'hold')?.text.en).toContain('first message');
    const later = menuOf(answer.possible, { isFirst: false, asksSystems: true });
    expect(later.find(({ id }) => id === 'hold')?.text.en).toContain('next message');
    expect(later.map(({ id }) => id)).toContain('respond');
  });

  test('answers of other systems are the outcomes of the steps that ask one', () => {
    const journey = journeyOf({
      ask: {
        type: 'http.request',
        with: { method: 'POST', url: 'https://example.com/points' },
        next: { ok: 'end', '*': 'end' },
      },
      end: { type: 'exit', with: { as: 'done' } },
    });
    const check = checkSource(JSON.stringify(journey), catalogue);
    expect(systemOutcomes(check, () => false)).toEqual(expect.arrayContaining(['ok', 'failed']));
    expect(systemOutcomes(checkSource(JSON.stringify(offer()), catalogue), () => false)).toEqual([]);
  });
});

test('a type that a project brings is found in the journeys that are run too', () => {
  const run = (id: string, journey: string) =>
    journeyOf({ call: { type: 'journey.run', with: { journey } } }, { id });
  const own = journeyOf({ ask: { type: 'acme.points' } }, { id: 'own' });
  const isOwn = (type: string) => type === 'acme.points';
  const journeys = { own, middle: run('middle', 'own'), round: run('round', 'round') };
  expect(needsProject(own, { isOwn, journeys })).toBe(true);
  expect(needsProject(run('outer', 'middle'), { isOwn, journeys })).toBe(true);
  expect(needsProject(run('outer', 'round'), { isOwn, journeys })).toBe(false);
  expect(needsProject(run('outer', 'toString'), { isOwn, journeys })).toBe(false);
});

test.each<[SimulatedAction, string, string]>([
  [{ next: true }, 'on to what comes next', '다음 일로 이동'],
  [{ deliver: true }, 'delivered', '전달됨'],
  [{ reply: 'Yes' }, 'replies “Yes”', '답장: “Yes”'],
  [{ fail: 131049 }, 'fails: per-user marketing limit (131049)', '실패: 사용자별 마케팅 한도 (131049)'],
  [{ fail: 'odd' }, 'fails (odd)', '실패 (odd)'],
  [{ refuse: 131026 }, 'refused at once: undeliverable', '즉시 거절: 전달 불가'],
  [{ advance: 'P1D' }, '1 d pass', '1일 지남'],
  [{ respond: 'ok' }, 'the other system answers: succeeded', '상대 시스템 응답: 성공'],
  [{ event: 'order.placed' }, 'event order.placed', '이벤트 order.placed'],
])('%j is said as “%s”', (action, en, ko) => {
  const words = actionWords(action, failures);
  expect(words.en).toContain(en);
  expect(words.ko).toContain(ko);
});

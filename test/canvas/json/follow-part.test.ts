import { EditorState, type TransactionSpec } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  PartFollower,
  type Standing,
  type TextView,
  together,
} from '../../../src/canvas/json/follow-part.ts';
import { oneStep, type Part, wholeJourney } from '../../../src/canvas/json/part.ts';
import { setConfig, setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Command, Journey, Step } from '../../../src/canvas/model/journey.ts';
import { toText } from '../../../src/canvas/model/json-text.ts';
import { useEditor } from '../../../src/canvas/state/editor.ts';
import { springSale } from '../model/journeys.ts';

/** A browser's storage, as far as it is used. */
class Memory {
  readonly #values = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#values.set(key, value);
  }
  removeItem(key: string): void {
    this.#values.delete(key);
  }
}

/** An editor without a window. */
class Page implements TextView {
  state = EditorState.create();
  standing: Standing = together;
  dispatch = (spec: TransactionSpec) => {
    this.state = this.state.update(spec).state;
  };
  get text(): string {
    return this.state.doc.toString();
  }
}

const stops: (() => void)[] = [];

beforeEach(() => {
  Object.assign(globalThis, { localStorage: new Memory() });
  useEditor.getState().open(springSale);
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function open<Value extends object>(part: Part<Value>) {
  const page = new Page();
  const journey = present();
  const value = part.valueIn(journey) as Value;
  const follower = new PartFollower(page, part, {
    journey,
    value,
    tell: (standing) => {
      page.standing = standing;
    },
  });
  follower.start();
  stops.push(() => follower.stop());
  return {
    page,
    follower,
    /** What an author does, and a pause. */
    write(from: string, to: string) {
      const at = page.text.indexOf(from);
      expect(at).toBeGreaterThanOrEqual(0);
      page.dispatch({ changes: { from: at, to: at + from.length, insert: to } });
      follower.read();
    },
  };
}

function present(): Journey {
  return useEditor.getState().history?.present ?? springSale;
}

function onCanvas(command: Command): void {
  useEditor.getState().apply(command);
}

describe('a journey beside its text', () => {
  it('changes by what is written, as one command a burst', () => {
    const { write } = open(wholeJourney);
    write('"21:00"', '"20:00"');
    write('"20:00"', '"20:30"');
    expect(present().policy?.quietHours?.from).toBe('20:30');
    expect(useEditor.getState().history?.past).toEqual([springSale]);
    expect(present().nodes['offer']).toBe(springSale.nodes['offer']);
  });

  it('changes the text by what is done on the canvas, and by undo, to the very text that was written', () => {
    const { page, write } = open(wholeJourney);
    write('"21:00"', '\n\n"20:00"');
    const written = page.text;
    onCanvas(setConfig('offer', ['within'], '4h'));
    expect(page.text).toBe(toText(present()));
    useEditor.getState().undo();
    expect(page.text).toBe(written);
    useEditor.getState().undo();
    expect(page.text).toBe(toText(springSale));
  });

  it('stays while the text can’t be read, which stays too', () => {
    const { page, write } = open(wholeJourney);
    write('"start"', '!"start"');
    expect(present()).toBe(springSale);
    expect(page.standing.problems.map(({ code }) => code)).toContain('J101');
    onCanvas(setConfig('offer', ['within'], '4h'));
    expect(page.standing.isBehind).toBe(true);
    expect(page.text).toContain('!"start"');
  });

  it('is joined with a text that can be read again, and the text with it', () => {
    const { page, write } = open(wholeJourney);
    write('"21:00"', '"20:00" !');
    onCanvas(setConfig('offer', ['within'], '4h'));
    write('"20:00" !', '"20:00"');
    expect(present().policy?.quietHours?.from).toBe('20:00');
    expect(present().nodes['offer']?.with).toMatchObject({ within: '4h' });
    expect(page.text).toBe(toText(present()));
    expect(page.standing).toEqual(together);
  });

  it('is not lost with the page: the text comes back, and still knows what it began with', () => {
    const first = open(wholeJourney);
    first.write('"21:00"', '"20:00" !');
    first.follower.stop();
    onCanvas(setConfig('offer', ['within'], '4h'));
    const second = open(wholeJourney);
    expect(second.page.text).toContain('"20:00" !');
    second.write('"20:00" !', '"20:00"');
    expect(present().nodes['offer']?.with).toMatchObject({ within: '4h' });
    expect(present().policy?.quietHours?.from).toBe('20:00');
    second.follower.stop();
    expect(open(wholeJourney).page.standing).toEqual(together);
  });

  it('takes the place of a text that is given up', () => {
    const { page, write, follower } = open(wholeJourney);
    write('"start"', '!"start"');
    follower.takeJourney();
    expect(page.text).toBe(toText(springSale));
    expect(page.standing).toEqual(together);
  });

  it('keeps its id', () => {
    const { page, write } = open(wholeJourney);
    write('"spring-sale"', '"autumn-sale"');
    expect(present()).toBe(springSale);
    expect(page.standing.problems).toMatchObject([{ path: ['id'], range: { line: 2 } }]);
  });
});

describe('a step beside its text', () => {
  it('changes alone', () => {
    const { page, write } = open(oneStep('mail'));
    const mail = JSON.parse(page.text) as Step;
    expect(mail).toEqual(springSale.nodes['mail']);
    write('"email.send"', '"email.send",\n  "note": "ask Mina"');
    expect(present().nodes['mail']).toEqual({ ...mail, note: 'ask Mina' });
    expect(present().nodes['offer']).toBe(springSale.nodes['offer']);
  });

  it('is followed where it is changed on the canvas, and left alone where another is', () => {
    const { page } = open(oneStep('mail'));
    const before = page.text;
    onCanvas(setStep('offer', { note: 'n' }));
    expect(page.text).toBe(before);
    onCanvas(setStep('mail', { note: 'n' }));
    expect(JSON.parse(page.text)).toMatchObject({ note: 'n' });
  });

  it('says what is wrong with it', () => {
    const { page, write } = open(oneStep('mail'));
    write('"type"', '"kind"');
    expect(page.standing.problems[0]).toMatchObject({ range: { line: expect.any(Number) } });
    expect(present()).toBe(springSale);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginHistory,
  burstPauseMs,
  type History,
  record,
  redo,
  undo,
  undoLimit,
} from '../../../src/canvas/model/history.ts';

/** A history after these states, a step each. */
function recordAll(states: readonly number[]): History<number> {
  return states.reduce((history, state, at) => record(history, state, { at }), beginHistory(-1));
}

describe('undo', () => {
  it('takes back what was recorded, and redo brings it again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (states, next) => {
        const history = recordAll(states);
        if (history.present === next) return;
        const recorded = record(history, next, { at: 0 });
        expect(undo(recorded)?.present).toBe(history.present);
        expect(redo(undo(recorded) ?? history)?.present).toBe(next);
      }),
    );
  });

  it('goes all the way back and forth again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), (states) => {
        let back = recordAll(states);
        for (const _state of states) back = undo(back) ?? back;
        expect(back).toMatchObject({ past: [], present: -1 });
        for (const _state of states) back = redo(back) ?? back;
        expect(back.present).toBe(states.at(-1));
      }),
    );
  });

  it('holds 500 steps and forgets the oldest', () => {
    const history = recordAll(Array.from({ length: undoLimit + 7 }, (_, index) => index));
    expect(history.past).toHaveLength(undoLimit);
    expect(history.past[0]).toBe(6);
  });

  it('of the first or newest state does nothing', () => {
    expect(undo(beginHistory(1))).toBeUndefined();
    expect(redo(beginHistory(1))).toBeUndefined();
  });
});

describe('a burst', () => {
  const typing = { burst: 'name' };

  it('is one step until there is a pause', () => {
    let history = record(beginHistory('a'), 'ab', { ...typing, at: 0 });
    history = record(history, 'abc', { ...typing, at: burstPauseMs });
    expect(undo(history)?.present).toBe('a');
    history = record(history, 'abcd', { ...typing, at: 2 * burstPauseMs + 1 });
    expect(undo(history)?.present).toBe('abc');
  });

  it('ends with anything else, and with undo', () => {
    const typed = record(beginHistory('a'), 'ab', { ...typing, at: 0 });
    const other = record(typed, 'x', { burst: 'note', at: 1 });
    expect(undo(other)?.present).toBe('ab');
    const undone = undo(other) ?? typed;
    expect(undo(record(undone, 'abc', { ...typing, at: 2 }))?.present).toBe('ab');
  });

  it('that changes nothing is no step', () => {
    const history = beginHistory('a');
    expect(record(history, 'a', { ...typing, at: 0 })).toBe(history);
  });
});

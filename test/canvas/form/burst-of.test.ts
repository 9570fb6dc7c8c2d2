import { describe, expect, test } from 'vitest';
import { burstOf } from '../../../src/canvas/form/burst-of.ts';

const config = { text: 'Hello', within: '2h', choices: { yes: 'accepted', no: 'declined' }, on: true };

describe('what is one step of undo', () => {
  test('typing in one field is, to its last letter', () => {
    expect(burstOf(config, ['text'], 'Hello!')).toBe('text');
    expect(burstOf(config, ['within'], undefined)).toBe('within');
  });

  test('so is the name of a row', () => {
    expect(burstOf(config, ['choices'], { yess: 'accepted', no: 'declined' })).toBe('choices');
  });

  test('a row more or less is a step of its own, and so is a switch', () => {
    expect(burstOf(config, ['choices'], { yes: 'accepted' })).toBeUndefined();
    expect(burstOf(config, ['on'], undefined)).toBeUndefined();
    expect(burstOf(config, ['list'], ['a'])).toBeUndefined();
  });
});

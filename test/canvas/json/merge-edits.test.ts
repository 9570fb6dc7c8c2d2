import { describe, expect, it } from 'vitest';
import { mergeEdits } from '../../../src/canvas/json/merge-edits.ts';
import { setConfig, setStep } from '../../../src/canvas/model/commands/set.ts';
import type { Command, Journey } from '../../../src/canvas/model/journey.ts';
import { fromText, toText } from '../../../src/canvas/model/json-text.ts';
import { springSale } from '../model/journeys.ts';

/** Read from a text, as the editor does. */
function written(command: Command): Journey {
  return fromText(toText(command(springSale)), springSale).journey ?? springSale;
}

describe('edits of the text and of the canvas, side by side', () => {
  const onCanvas = setConfig('offer', ['within'], '4h')(springSale);

  it('are both in the journey, also within one step', () => {
    const merged = mergeEdits(springSale, written(setStep('offer', { note: 'ask Mina' })), onCanvas);
    expect(merged.nodes['offer']).toMatchObject({ note: 'ask Mina', with: { within: '4h' } });
  });

  it('give the journey of the one where the other has changed nothing', () => {
    expect(mergeEdits(springSale, springSale, onCanvas)).toBe(onCanvas);
    const mine = written(setStep('mail', { note: 'n' }));
    expect(mergeEdits(springSale, mine, springSale)).toBe(mine);
  });

  it('leave to the text what both have changed', () => {
    const merged = mergeEdits(springSale, written(setConfig('offer', ['within'], '6h')), onCanvas);
    expect(merged.nodes['offer']?.with).toMatchObject({ within: '6h' });
  });

  it('take away what either has taken away', () => {
    const without = (id: string) => (journey: Journey) => {
      const { [id]: _gone, ...nodes } = journey.nodes;
      return { ...journey, nodes };
    };
    const merged = mergeEdits(springSale, written(without('mail')), without('text')(springSale));
    expect(Object.keys(merged.nodes)).toEqual(
      Object.keys(without('text')(without('mail')(springSale)).nodes),
    );
  });
});

// Bench `canvas`: our page with 1,000 steps and 1,200 edges next to bare React Flow with as many boxes and lines at the
// same places, in one browser. The two take turns, and medians of ratios within a round are given: what else the machine
// does meanwhile meets both.

import { openChromium } from '../../support/chromium.ts';
import type { Measured } from '../measured.ts';
import { median } from '../median.ts';
import { measureCanvasSize, playTurn, type Turn } from './play-turn.ts';
import { serveBare, serveOurs } from './sides.ts';

interface Round {
  readonly ours: Turn;
  readonly bare: Turn;
}

const window = { width: 1440, height: 900 };

/** @param rounds of which the medians are given */
export async function measureCanvas({ rounds = 7 } = {}): Promise<Measured> {
  const bare = await serveBare();
  const ours = await serveOurs();
  const browser = await openChromium('/usr/bin/chromium');
  const setting = { browser, gaugeFile: bare.gaugeFile };
  try {
    const drawing = await measureCanvasSize(ours, { ...setting, viewport: window });
    const play = {
      ours: () => playTurn(ours, { ...setting, viewport: window }),
      bare: () => playTurn(bare, { ...setting, viewport: drawing }),
    };
    const played: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Whoever comes second finds a warmer browser: each does every other time.
      const first = round % 2 === 0 ? await play.ours() : undefined;
      const besides = await play.bare();
      played.push({ ours: first ?? (await play.ours()), bare: besides });
    }
    return toMeasured(played);
  } finally {
    await browser.close();
    await ours.stop();
    await bare.stop();
  }
}

function toMeasured(rounds: readonly Round[]): Measured {
  const middle = (value: (round: Round) => number) => round2(median(rounds.map(value)));
  const ratio = (name: keyof Turn) => middle(({ ours, bare }) => ours[name] / bare[name]);
  const sides = ['interactiveMs', 'panMs', 'dragMs', 'dragP95Ms', 'typingMs', 'heapMb'] as const;
  const ours = sides.map((name) => [name, middle((round) => round.ours[name])]);
  const bare = sides.map((name) => [
    `bare${name[0]?.toUpperCase()}${name.slice(1)}`,
    middle((round) => round.bare[name]),
  ]);
  return {
    bench: 'canvas',
    figures: Object.fromEntries([...ours, ...bare]),
    ratios: {
      interactive: ratio('interactiveMs'),
      pan: ratio('panMs'),
      drag: ratio('dragMs'),
      typing: ratio('typingMs'),
      heap: ratio('heapMb'),
    },
  };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

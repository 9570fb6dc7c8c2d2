// Turns to send at a sender's rate, for all sends of this worker: whoever asks while an answer is on its way shares the
// next question to the database. Short waits are waited here, outside of any transaction (DESIGN 7.1).

import { setTimeout as delay } from 'node:timers/promises';
import type { Place } from '../../src/messaging/sender-rate.ts';
import { askSenderRate, type RateAnswer, type RateQuestion } from '../../src/store/sender-rate.ts';
import type { Store } from '../../src/store/store.ts';

/** A turn that has come, or one that is too far off to wait for. */
export type Turn =
  | { readonly is: 'now' }
  /** Come again after that long, with the place where one was promised. */
  | { readonly is: 'later'; readonly waitMs: number; readonly place?: Place };

export interface SenderTurns {
  /** Resolves at once for a turn that is far off, else when it has come: within 2 s. */
  ask(senderId: string, question: RateQuestion): Promise<Turn>;
  /** Nothing was sent after all: whoever asks next has this turn. */
  giveBack(senderId: string): void;
}

interface Waiting {
  readonly question: RateQuestion;
  readonly resolve: (answer: RateAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface Desk {
  waiting: Waiting[];
  isAsking: boolean;
  /** When turns were given back; they are good for a moment only. */
  spare: number[];
  /** How many wait here for a turn that is soon. */
  resting: number;
}

const spareForMs = 250;

/** Who waits here holds a slot of the worker. More than so many would keep codes out; marketing is parked instead. */
const restingAtMost = 16;

/** One per worker. */
export function createSenderTurns(store: Store): SenderTurns {
  const desks = new Map<string, Desk>();

  function deskOf(senderId: string): Desk {
    const desk = desks.get(senderId) ?? { waiting: [], isAsking: false, spare: [], resting: 0 };
    desks.set(senderId, desk);
    return desk;
  }

  async function askForAll(senderId: string, desk: Desk): Promise<void> {
    desk.isAsking = true;
    while (desk.waiting.length > 0) {
      const batch = desk.waiting;
      desk.waiting = [];
      try {
        const answers = await askSenderRate(
          store,
          senderId,
          batch.map(({ question }) => question),
        );
        answers.forEach((answer, index) => {
          batch[index]?.resolve(answer);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    desk.isAsking = false;
  }

  return {
    async ask(senderId, question) {
      const desk = deskOf(senderId);
      if (question.ask === 'take' && takeSpare(desk)) return { is: 'now' };
      const { waitMs, later, place } = await new Promise<RateAnswer>((resolve, reject) => {
        desk.waiting.push({ question, resolve, reject });
        if (!desk.isAsking) void askForAll(senderId, desk);
      });
      const isCrowded = place?.lane === 'marketing' && waitMs > spareForMs && desk.resting >= restingAtMost;
      if (later || isCrowded) return { is: 'later', waitMs, ...(place === undefined ? {} : { place }) };
      desk.resting += 1;
      if (waitMs > 0) await delay(waitMs);
      desk.resting -= 1;
      return { is: 'now' };
    },
    giveBack(senderId) {
      const desk = deskOf(senderId);
      desk.spare = [...freshOf(desk), Date.now()];
    },
  };
}

function takeSpare(desk: Desk): boolean {
  desk.spare = freshOf(desk);
  return desk.spare.shift() !== undefined;
}

function freshOf({ spare }: Desk): number[] {
  return spare.filter((at) => Date.now() - at <= spareForMs);
}

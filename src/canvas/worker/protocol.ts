// What the canvas asks its web worker: the checker, the layout and the simulator, off the thread that draws.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import type { SimulationRequest } from '../../simulator/play-actions.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import type { Journey, Point } from '../model/journey.ts';
import type { Placing } from '../model/layout.ts';

/** Every question with its answer. Instances are copied on the way: plain data only. */
export interface Questions {
  readonly surround: { readonly ask: Surroundings; readonly answer: null };
  readonly check: { readonly ask: { readonly source: string }; readonly answer: CheckAnswer };
  readonly layout: { readonly ask: Placing; readonly answer: Readonly<Record<string, Point>> };
  readonly simulate: {
    readonly ask: { readonly journey: Journey } & SimulationRequest;
    readonly answer: SimulationAnswer;
  };
}

export type Question = keyof Questions;

export type Asked = {
  [Name in Question]: { readonly id: number; readonly name: Name; readonly ask: Questions[Name]['ask'] };
}[Question];

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string };

// What the canvas asks its web worker: the checker, the layout and the simulator, off the thread that draws.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import type { FailureChoice } from '../../simulator/failure-choices.ts';
import type { Sample } from '../../simulator/invent-sample.ts';
import type { JourneyTestCase } from '../../simulator/journey-test.ts';
import type { SimulationRequest } from '../../simulator/play-actions.ts';
import type { ShownMessage } from '../../simulator/shown-message.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import type { JourneyDiff } from '../drafts/diff-journeys.ts';
import type { Route, Routing } from '../flow/route-edges.ts';
import type { Journey, Point } from '../model/journey.ts';
import type { Placing } from '../model/layout.ts';
import type { Failure } from './failure.ts';

type Data = { readonly [field: string]: unknown };

/** Every question with its answer. Instances are copied on the way: plain data only. */
export interface Questions {
  readonly surround: { readonly ask: Surroundings; readonly answer: null };
  readonly check: {
    /** `text`: as the author has written it; absent: as we lay it out. */
    readonly ask: { readonly journey: Journey; readonly text: string | undefined };
    readonly answer: CheckAnswer;
  };
  readonly diff: {
    readonly ask: { readonly before: Journey; readonly after: Journey };
    readonly answer: JourneyDiff;
  };
  /** A flowchart as text. */
  readonly mermaid: {
    readonly ask: { readonly journey: Journey; readonly language: Language };
    readonly answer: string;
  };
  /** An XState machine as JSON text; of a journey without errors. */
  readonly xstate: { readonly ask: { readonly journey: Journey }; readonly answer: string };
  readonly layout: { readonly ask: Placing; readonly answer: Readonly<Record<string, Point>> };
  readonly route: { readonly ask: Routing; readonly answer: ReadonlyMap<string, Route> };
  readonly simulate: {
    readonly ask: { readonly journey: Journey } & SimulationRequest;
    readonly answer: SimulationAnswer;
  };
  /** A person and an event that the journey lets in. */
  readonly invent: { readonly ask: { readonly journey: Journey }; readonly answer: Sample };
  /** The data of an event on the way. */
  readonly inventEvent: {
    readonly ask: { readonly journey: Journey; readonly name: string; readonly entered: Data };
    readonly answer: Data;
  };
  /** The codes by which a message can fail, the usual ones first. */
  readonly failures: { readonly ask: null; readonly answer: readonly FailureChoice[] };
  /** The simulation written down; null where the person may not enter. */
  readonly journeyTest: {
    readonly ask: { readonly journey: Journey; readonly name: string } & SimulationRequest;
    readonly answer: JourneyTestCase | null;
  };
  /** The message of a step with an invented person's values; null where there is nothing to show. */
  readonly preview: {
    readonly ask: { readonly journey: Journey; readonly node: string };
    readonly answer: ShownMessage | null;
  };
}

export type Question = keyof Questions;

export type Asked = {
  [Name in Question]: { readonly id: number; readonly name: Name; readonly ask: Questions[Name]['ask'] };
}[Question];

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | ({ readonly id: number } & Failure);

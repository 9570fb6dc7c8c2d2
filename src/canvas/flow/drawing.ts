// What the canvas knows besides the journey: where steps stand, how high they are, which way edges take, and what is open
// on it just now. None of it is saved.

import type { ReactFlowInstance } from '@xyflow/react';
import { create } from 'zustand';
import type { LocalizedText } from '../../journey/catalogue.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Connection } from '../model/commands/connect.ts';
import type { DrawnEdge } from '../model/edges.ts';
import { type Places, type Point, whereIs } from '../model/journey.ts';
import type { Meaning } from '../model/meaning.ts';
import { useEditor } from '../state/editor.ts';
import type { Route } from './route-edges.ts';
import type { FlowNode, OutcomeEdge } from './to-flow.ts';

export interface Choice {
  readonly id: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** Name of a Lucide icon. */
  readonly icon?: string;
  readonly meaning?: Meaning;
}

/** Something to choose from, and what becomes of it. */
export interface Offer {
  readonly title: LocalizedText;
  readonly choices: readonly Choice[];
  /** Pixels of the window. */
  readonly at: Point;
  readonly choose: (id: string) => void;
}

interface DrawnFrom extends Omit<Connection, 'target'> {
  /** What the pointer is to let go of it over. */
  readonly seeks: 'step' | 'outcome';
  readonly refused: ReadonlySet<string>;
  /** The edge whose end is being moved; absent where a new one is drawn. */
  readonly moved: DrawnEdge | undefined;
}

export interface Drawing {
  readonly instance: ReactFlowInstance<FlowNode, OutcomeEdge> | undefined;
  /** Where the layout has put what the author has not. */
  readonly placed: Places;
  /** Pixels, of the steps that were drawn so far. */
  readonly heights: ReadonlyMap<string, number>;
  readonly routes: ReadonlyMap<string, Route>;
  /** The step that Tab reaches; arrow keys go on from it. */
  readonly tabStop: string | undefined;
  /** The step that takes the focus as soon as it is drawn. */
  readonly focusing: string | undefined;
  /** The step or group whose name is being written. */
  readonly renaming: string | undefined;
  /** An edge is being drawn; the steps that it can't lead to. */
  readonly drawn: DrawnFrom | undefined;
  /** A step type on its way from the palette, and where the pointer is with it: pixels of the window. */
  readonly carried: { readonly type: NodeTypeAnswer; readonly at: Point } | undefined;
  readonly offer: Offer | undefined;
  /** The menu of a step. */
  readonly menu: { readonly step: string; readonly at: Point } | undefined;
  readonly isList: boolean;
  readonly hasMiniMap: boolean;
}

export const useDrawing = create<Drawing>(() => ({
  instance: undefined,
  placed: {},
  heights: new Map(),
  routes: new Map(),
  tabStop: undefined,
  focusing: undefined,
  renaming: undefined,
  drawn: undefined,
  carried: undefined,
  offer: undefined,
  menu: undefined,
  isList: false,
  hasMiniMap: false,
}));

/** Where every step of the journey stands. */
export function allPlaces(): Places {
  const journey = useEditor.getState().history?.present;
  if (journey === undefined) return {};
  const { placed } = useDrawing.getState();
  const entries = Object.keys(journey.nodes).flatMap((id) => {
    const point = whereIs(journey, id, placed);
    return point === undefined ? [] : [[id, point] as const];
  });
  return Object.fromEntries(entries);
}

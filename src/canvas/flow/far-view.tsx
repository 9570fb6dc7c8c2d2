// Far away a step is one block and an edge one line: what could not be read is not there. There are many of them, so all
// that they show is read here, once.

import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useEditor } from '../state/editor.ts';
import { type Overlay, useOverlay } from '../state/overlay.ts';
import { type Language, useLanguage } from '../text/use-text.ts';
import { useDrawing } from './drawing.ts';
import { type IssueMarks, marksOf } from './issue-marks.ts';
import type { Route } from './route-edges.ts';

/** Below it not even the largest names can be read. */
const farthest = 0.35;
/** Below it not even a name that is all of a step. */
const nameless = 0.2;

export interface Far {
  readonly language: Language;
  readonly hasNames: boolean;
  readonly overlay: Overlay;
  readonly marks: IssueMarks;
  readonly routes: ReadonlyMap<string, Route>;
  /** The step that Tab reaches. */
  readonly stop: string | undefined;
}

const FarContext = createContext<Far | undefined>(undefined);

/** Undefined where one is near enough to read. */
export function useFar(): Far | undefined {
  return useContext(FarContext);
}

export function FarView({ children }: { readonly children: ReactNode }) {
  useStillMeasures();
  return <FarContext value={useWhatIsFar()}>{children}</FarContext>;
}

export function useIsFar(): boolean {
  return useStore(({ transform: [, , zoom] }) => zoom < farthest);
}

function useWhatIsFar(): Far | undefined {
  const isFar = useIsFar();
  const language = useLanguage();
  const hasNames = useStore(({ transform: [, , zoom] }) => zoom >= nameless);
  const overlay = useOverlay((state) => state.overlay);
  const marks = useEditor(useShallow(({ check }) => marksOf(isFar ? check : undefined)));
  const start = useEditor(({ history }) => history?.present.start);
  const stop = useDrawing(({ tabStop }) => (isFar ? (tabStop ?? start) : undefined));
  const routes = useDrawing((drawing) => drawing.routes);
  return useMemo(
    () => (isFar ? { language, hasNames, overlay, marks, routes, stop } : undefined),
    [isFar, language, hasNames, overlay, marks, routes, stop],
  );
}

/** React Flow measures again whatever it mounts; a block has no ports that it could find, and is as high as its step was. */
function useStillMeasures(): void {
  const store = useStoreApi();
  useState(() => {
    const { updateNodeInternals } = store.getState();
    const update: ReactFlowState['updateNodeInternals'] = (updates, params) =>
      updateNodeInternals(
        new Map(
          [...updates].filter(([, { nodeElement }]) => nodeElement.querySelector('[data-block]') === null),
        ),
        params,
      );
    store.setState({ updateNodeInternals: update });
  });
}

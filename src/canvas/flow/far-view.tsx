// Far away a step is one block and an edge one line: what could not be read is not there. There are many of them, so all
// that they show is read here, once.

import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { type Overlay, useOverlay } from '../state/overlay.ts';
import { type Language, useLanguage } from '../text/use-text.ts';
import { useDrawing } from './drawing.ts';
import type { Route } from './route-edges.ts';

/** Below it not even the largest names can be read. */
const farthest = 0.35;

export interface Far {
  readonly language: Language;
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly overlay: Overlay;
  readonly check: CheckAnswer | undefined;
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
  const nodeTypes = useCatalogue((catalogue) => catalogue.nodeTypes);
  const overlay = useOverlay((state) => state.overlay);
  const check = useEditor((state) => (isFar ? state.check : undefined));
  const start = useEditor(({ history }) => history?.present.start);
  const stop = useDrawing(({ tabStop }) => (isFar ? (tabStop ?? start) : undefined));
  const routes = useDrawing((drawing) => drawing.routes);
  return useMemo(
    () => (isFar ? { language, nodeTypes, overlay, check, routes, stop } : undefined),
    [isFar, language, nodeTypes, overlay, check, routes, stop],
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

// Far away a step is one block and an edge one line: what could not be read is not there.

import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { createContext, useContext, useState } from 'react';

/** Below it not even the largest names can be read. */
const farthest = 0.35;

export const FarView = createContext(false);

export function useFarView(): boolean {
  return useContext(FarView);
}

/** For whoever draws the canvas: read once, and given to all that is on it. */
export function useIsFar(): boolean {
  useStillMeasures();
  return useStore(({ transform: [, , zoom] }) => zoom < farthest);
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

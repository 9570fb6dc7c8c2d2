// How near one is, as an attribute of the canvas: far away its style sheets leave out what could not be read.

import { useStore } from '@xyflow/react';
import { useEffect } from 'react';

const far = 0.55;
const farther = 0.42;

export function ZoomLevel() {
  const canvas = useStore(({ domNode }) => domNode);
  const level = useStore(({ transform: [, , zoom] }) =>
    zoom < farther ? 'farther' : zoom < far ? 'far' : 'near',
  );
  useEffect(() => {
    if (canvas !== null) canvas.dataset['zoom'] = level;
  }, [canvas, level]);
  return null;
}

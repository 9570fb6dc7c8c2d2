// Liquid for nodes, bound to what a visit may see.

import { renderText, TextError } from '../../src/journey/liquid.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { Scope } from '../../src/node-kit/node-type.ts';

/** @returns a renderer that throws `NodeError` (not retryable) on bad syntax or over-long output */
export function createRender(scope: Scope): (source: string) => string {
  return (source) => {
    try {
      return renderText(source, { ...scope });
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      throw new NodeError('NODE_TEXT', 'A text of this node cannot be rendered.', {
        retryable: false,
        cause: error,
      });
    }
  };
}

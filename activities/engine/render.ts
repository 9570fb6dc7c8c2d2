// Liquid for nodes, bound to what a visit may see.

import { renderHtml, renderText, TextError } from '../../src/journey/liquid.ts';
import { NodeError } from '../../src/node-kit/node-error.ts';
import type { Scope } from '../../src/node-kit/node-type.ts';

export interface Renderers {
  readonly render: (source: string) => string;
  readonly renderHtml: (source: string) => string;
}

/** @returns renderers that throw `NodeError` (not retryable) on bad syntax or over-long output */
export function createRenderers(scope: Scope): Renderers {
  return {
    render: (source) => mapped(() => renderText(source, { ...scope })),
    renderHtml: (source) => mapped(() => renderHtml(source, { ...scope })),
  };
}

function mapped(render: () => string): string {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    throw new NodeError('NODE_TEXT', 'A text of this node cannot be rendered.', {
      retryable: false,
      cause: error,
    });
  }
}

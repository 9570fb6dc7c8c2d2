// Liquid for nodes, bound to what a visit may see.

import type { Logger } from 'pino';
import { renderHtml, renderText, TextError } from '../../src/journey/liquid.ts';
import { findSecretReads } from '../../src/journey/secret-names.ts';
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

/** Values by name, and where to tell operators of one that is missing. */
export interface SecretSource {
  readonly secrets: ReadonlyMap<string, string>;
  readonly log: Logger;
}

/** Liquid that may read the secrets that it names; no other is in its reach. */
export function createSecretRenderer(scope: Scope, { secrets, log }: SecretSource): Renderers['render'] {
  return (source) => {
    const named = findSecretReads(source).map(({ name = '', isSafe }) => {
      const value = secrets.get(name);
      if (value === undefined && !isSafe) throw missing(name, log);
      return [name, value] as const;
    });
    return mapped(() => renderText(source, { ...scope, secrets: Object.fromEntries(named) }));
  };
}

function missing(secret: string, log: Logger): NodeError {
  log.error({ secret }, 'a secret that a journey names is not set');
  return new NodeError('NODE_SECRET_MISSING', `Set JORNADA_SECRET_${secret} for the workers.`, {
    retryable: false,
  });
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

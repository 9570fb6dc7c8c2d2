// What one message of a journey would look like to a person, without running the journey: a preview while its author
// writes it. Pure.

import type { Definition } from '../journey/definition.ts';
import { resolveConfig } from '../journey/resolved-node.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import { NodeError } from '../node-kit/node-error.ts';
import type { AnyNode, Scope } from '../node-kit/node-type.ts';
import type { Sample } from './invent-sample.ts';
import { type ShownMessage, showMessage } from './shown-message.ts';
import { toPersonView } from './simulator.ts';
import { createRenderers, toPersonScope } from './visit.ts';

export interface PreviewInput {
  readonly definition: Definition;
  readonly nodeTypes: readonly AnyNode[];
  readonly surroundings: Surroundings;
  readonly node: string;
  /** Whom it goes to, and what the run was entered by. */
  readonly sample: Sample;
  /** What `now` is in its texts, epoch milliseconds. */
  readonly now: number;
}

/**
 * Null where there is nothing to show: no message, a type that is not known, a config that does not fit yet, a text that
 * cannot be rendered. What earlier steps would have set is not there.
 */
export function previewMessage(input: PreviewInput): ShownMessage | null {
  const { definition, nodeTypes, surroundings, node } = input;
  const source = Object.hasOwn(definition.nodes, node) ? definition.nodes[node] : undefined;
  const type = nodeTypes.find((one) => one.type === source?.type);
  const resolved = source && resolveConfig(source, type);
  if (resolved === undefined || resolved.type.kind !== 'message') return null;
  const person = toPersonView(input.sample.person);
  try {
    const message = resolved.type.compose({
      config: resolved.config,
      person,
      ...createRenderers(toScope(input, toPersonScope(person))),
    });
    return showMessage(message, (name, language) =>
      surroundings.templates?.find((one) => one.name === name && one.language === language),
    );
  } catch (error) {
    if (error instanceof NodeError) return null;
    throw error;
  }
}

function toScope({ sample, now }: PreviewInput, person: Scope['person']): Scope {
  return { person, event: sample.event, run: { id: 'preview', vars: {} }, nodes: {}, now };
}

// A journey made ready to be simulated: compiled once, the config of each node parsed once, whatever the number of
// people. Pure.

import type { AnyStateMachine } from 'xstate';
import { compile } from '../journey/compile.ts';
import type { Definition } from '../journey/definition.ts';
import type { JourneyPolicy } from '../journey/policy-schema.ts';
import { resolveConfig, type TypedConfig } from '../journey/resolved-node.ts';
import { findPlacedNode, type JourneyMap } from '../journey/sub-journey.ts';
import type { Surroundings, TemplateInfo } from '../journey/surroundings.ts';
import { createChartMachine } from '../machine/machine.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { defaultPolicySettings, type PolicySettings } from '../whatsapp/policy-settings.ts';

/** A node as runs come to it. */
export interface PlacedType extends TypedConfig<AnyNode> {
  /** That of the node's own journey, over those around it. */
  readonly policy: JourneyPolicy;
  /** What the ids of its journey's nodes begin with. */
  readonly prefix: string;
}

export interface SimulatorInput {
  readonly definition: Definition;
  readonly nodeTypes: readonly AnyNode[];
  readonly surroundings?: Surroundings;
  readonly options?: {
    /** False saves the time of writing down what happens; steps are kept all the same. */
    readonly traces?: boolean;
    /** Left out: the defaults. */
    readonly settings?: PolicySettings;
    /** How many timers may come due and things be done in a run (`SimulationTooLongError`). Default: without a bound. */
    readonly maxTurns?: number;
  };
}

export interface Workings {
  readonly definition: Definition;
  readonly machine: AnyStateMachine;
  readonly traces: boolean;
  readonly settings: PolicySettings;
  readonly maxTurns: number;
  /** Names of the events that exit rules listen to. */
  readonly exitEvents: readonly string[];
  readonly findNode: (id: string) => PlacedType | undefined;
  readonly findTemplate: (name: string, language: string) => TemplateInfo | undefined;
}

/** @throws CompileError where the definition doesn't fit the node types: check first */
export function createWorkings({
  definition,
  nodeTypes,
  surroundings = {},
  options = {},
}: SimulatorInput): Workings {
  const types = new Map(nodeTypes.map((type) => [type.type, type]));
  const journeys: JourneyMap = surroundings.journeys ?? new Map();
  const placed = new Map<string, PlacedType | undefined>();
  const templates = new Map(
    surroundings.templates?.map((template) => [`${template.name} ${template.language}`, template]),
  );

  function place(id: string): PlacedType | undefined {
    const found = findPlacedNode(definition, id, { catalogue: types, journeys });
    const resolved = found && resolveConfig(found.node, types.get(found.node.type));
    return resolved && { ...resolved, policy: found.policy, prefix: found.prefix };
  }

  return {
    definition,
    machine: createChartMachine(compile(definition, types, surroundings)),
    traces: options.traces ?? true,
    settings: options.settings ?? defaultPolicySettings,
    maxTurns: options.maxTurns ?? Number.POSITIVE_INFINITY,
    exitEvents: (definition.exit ?? []).map(({ on }) => on.event),
    findNode: (id) => {
      if (!placed.has(id)) placed.set(id, place(id));
      return placed.get(id);
    },
    findTemplate: (name, language) => templates.get(`${name} ${language}`),
  };
}

// Turns a declaration into a node type: fills in the chart, the outcomes and what the checker asks.
// Three forms: a plain node does something once, a message node is seen through by the engine, a flow node only
// waits or chooses.

import { toMaximumMs, toMinimumMs } from '../journey/duration.ts';
import {
  type AwaitableWord,
  canaryOutcome,
  evidenceOfChannel,
  failureOutcomes,
  inVainOutcomes,
  unreceivedOutcomes,
  usualFailures,
} from '../messaging/outcomes.ts';
import { act, send } from './insides.ts';
import type { FlowNode, MessageNode, NodeType, PlainNode } from './node-type.ts';

/** Beside gate and evidence: retries, a release of what Meta holds back (3 h), proof of an unknown outcome. */
const settlingMs = 4 * 60 * 60 * 1_000;
/** How long retries of a plain node are reckoned to take. */
const retryingMs = 60 * 60 * 1_000;

/** Defines a node that runs once and ends with one of its declared outcomes. */
export function defineNode<Config, const Name extends string>(
  node: PlainNode<Config, Name>,
): NodeType<Config> {
  const { outcomes, successes, run, ...described } = node;
  const hopedFor: readonly string[] = successes ?? outcomes.slice(0, 1);
  return {
    ...described,
    kind: 'plain',
    run,
    outcomes: () => outcomes,
    words: outcomes,
    successes: () => hopedFor,
    waits: true,
    longestMs: described.longestMs ?? (() => retryingMs),
    chart: ({ node: id }) => act({ op: node.type, node: id }),
  };
}

type Endings = { readonly all: readonly string[]; readonly successes: readonly string[] };

function endAs(word: AwaitableWord): Endings {
  return { all: [word, ...usualFailures], successes: [word] };
}

/** By what a message awaits. */
const endingsOf: { readonly [word in AwaitableWord]: Endings } = {
  accepted: endAs('accepted'),
  delivered: endAs('delivered'),
  read: endAs('read'),
  replied: endAs('replied'),
  clicked: endAs('clicked'),
};

/** Defines a node that sends a message: it composes, the engine does gate, ledger, POST and evidence. */
export function defineMessage<Config>(node: MessageNode<Config>): NodeType<Config> {
  const { channel, freeForm, hasCanary, template, choices, ...described } = node;
  return {
    ...described,
    kind: 'message',
    channel,
    outcomes: (config) => {
      const { await: word, canary } = node.plan(config);
      const { all } = endingsOf[word];
      return canary === undefined ? all : [...all, canaryOutcome];
    },
    words: [...evidenceOfChannel[channel], ...(hasCanary === true ? failureOutcomes : usualFailures)],
    successes: (config) => endingsOf[node.plan(config).await].successes,
    waits: true,
    message: (config) => {
      const plan = node.plan(config);
      const { await: awaits, within, expires = '', waitForWindow = false, repeatUnresolved } = plan;
      const { category, sender, canary } = plan;
      const copies = repeatUnresolved === true ? 2 : 1;
      return {
        channel,
        awaits,
        gives: evidenceOfChannel[channel],
        freeForm: freeForm === true,
        waitsForWindow: waitForWindow,
        unreceived: unreceivedOutcomes,
        inVain: inVainOutcomes,
        copies,
        alike: `${awaits} ${within} ${expires} ${copies} ${canary === undefined}`,
        ...(category === undefined ? {} : { category }),
        ...(sender === undefined ? {} : { sender }),
        ...(template === undefined ? {} : { template: template(config) }),
        ...(choices === undefined ? {} : { choices: choices(config) }),
      };
    },
    longestMs: (config, policy) => {
      const { within, expires = policy.expires } = node.plan(config);
      return toMaximumMs(expires) + toMaximumMs(within) + settlingMs;
    },
    shortestMs: (config, outcome, policy) => {
      if (outcome !== 'silent' && outcome !== 'expired') return 0;
      const { within, expires = policy.expires } = node.plan(config);
      return toMinimumMs(outcome === 'silent' ? within : expires);
    },
    chart: ({ node: id }) => send({ op: node.type, node: id }),
  };
}

/** Defines a node of flow: its chart says all, `evaluate` answers what needs data. */
export function defineFlow<Config>(node: FlowNode<Config>): NodeType<Config> {
  return { ...node, kind: 'flow' };
}

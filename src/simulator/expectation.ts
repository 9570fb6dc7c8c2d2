// Compares what a script came to with what was expected of it. Differences are data; `difference-text.ts` words them.
// Pure.

import type { OutgoingMessage } from '../messaging/message.ts';
import { toContentParts } from '../whatsapp/content-parts.ts';
import type { SimulatedSend } from './facts.ts';
import type { Expectation, ExpectedMessage } from './journey-test.ts';
import { type DiffLine, diffLists } from './list-diff.ts';
import type { Played } from './play-script.ts';
import type { WorldAction } from './simulation.ts';
import { toPath } from './trace.ts';

export type Difference =
  | { readonly kind: 'path'; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'outcome'; readonly expected: string; readonly actual?: string }
  | { readonly kind: 'ended'; readonly expected: boolean; readonly node?: string }
  | { readonly kind: 'entered'; readonly expected: boolean; readonly reason?: string }
  | { readonly kind: 'messages'; readonly expected: number; readonly actual: readonly PostedMessage[] }
  | {
      readonly kind: 'message';
      /** Counted from 1. */
      readonly number: number;
      readonly field: keyof ExpectedMessage;
      readonly expected: string;
      readonly actual: string;
    }
  /** A step of the script that met nothing. */
  | { readonly kind: 'leftover'; readonly step: WorldAction }
  /** The run does more than a test plays: `loop` are the nodes that it goes around by at last. */
  | { readonly kind: 'too-long'; readonly limit: number; readonly loop: readonly string[] };

export interface PostedMessage {
  readonly node: string;
  readonly channel: OutgoingMessage['channel'];
  readonly template: string;
  /** All that the person can read of it. */
  readonly text: string;
}

export function compare(expected: Expectation, played: Played): Difference[] {
  const isEntered = expected.entered ?? true;
  if (!played.entered) {
    return isEntered ? [{ kind: 'entered', expected: true, reason: played.reason }] : [];
  }
  if (!isEntered) return [{ kind: 'entered', expected: false }];
  const { simulation, leftover } = played;
  return [
    ...comparePath(expected, toPath(simulation.steps)),
    ...compareEnd(expected, simulation),
    ...(expected.messages === undefined
      ? []
      : compareMessages(expected.messages, postedBy(simulation.facts.sends))),
    ...leftover.map((step) => ({ kind: 'leftover' as const, step })),
  ];
}

/** The messages that were posted, each once however often it was tried. */
export function postedBy(sends: readonly SimulatedSend[]): PostedMessage[] {
  return sends
    .filter(({ attempts }) => attempts.length > 0)
    .map(({ node, message }) => ({ node, channel: message.channel, ...contentOf(message) }));
}

function comparePath({ path }: Expectation, actual: readonly string[]): Difference[] {
  if (path === undefined) return [];
  const lines = diffLists(
    path.map((step) => step.replace(/ *(→|->) */, '→')),
    actual,
  );
  return lines.some(({ mark }) => mark !== ' ') ? [{ kind: 'path', lines }] : [];
}

function compareEnd(
  expected: Expectation,
  { ended, rest }: { readonly ended?: string; readonly rest?: { readonly node: string } },
): Difference[] {
  const differences: Difference[] = [];
  if (expected.outcome !== undefined && expected.outcome !== ended) {
    differences.push({
      kind: 'outcome',
      expected: expected.outcome,
      ...(ended === undefined ? {} : { actual: ended }),
    });
  }
  if (expected.ended !== undefined && expected.ended !== (ended !== undefined)) {
    differences.push({
      kind: 'ended',
      expected: expected.ended,
      ...(rest === undefined ? {} : { node: rest.node }),
    });
  }
  return differences;
}

function compareMessages(
  expected: readonly ExpectedMessage[],
  actual: readonly PostedMessage[],
): Difference[] {
  if (expected.length !== actual.length) return [{ kind: 'messages', expected: expected.length, actual }];
  return expected.flatMap((message, index) => {
    const posted = actual[index];
    return posted === undefined ? [] : compareMessage(message, posted, index + 1);
  });
}

function compareMessage(expected: ExpectedMessage, posted: PostedMessage, number: number): Difference[] {
  const fields = ['node', 'channel', 'template', 'text'] as const;
  return fields.flatMap((field) => {
    const [wanted, actual] = [expected[field], posted[field]];
    const fits = wanted === undefined || (field === 'text' ? actual.includes(wanted) : actual === wanted);
    return fits ? [] : [{ kind: 'message', number, field, expected: wanted, actual }];
  });
}

function contentOf(message: OutgoingMessage): Pick<PostedMessage, 'template' | 'text'> {
  switch (message.channel) {
    case 'sms':
      return { template: '', text: message.text };
    case 'email':
      return { template: '', text: [message.subject, message.text, message.html].filter(Boolean).join('\n') };
    case 'whatsapp': {
      const { body } = message;
      const text = toContentParts(body)
        .map((part) => part.text)
        .join('\n');
      return { template: body.type === 'template' ? body.template.name : '', text };
    }
  }
}

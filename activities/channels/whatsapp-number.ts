// Asks Meta what it shows of a number. Never throws.

import { type NumberShown, parseNumberShown } from '../../src/whatsapp/number-shown.ts';
import { type CallUsage, type GraphAccess, type GraphRefusal, readGraph } from './graph-read.ts';

export interface NumberAsk {
  readonly access: GraphAccess;
  readonly accountId: string;
  readonly phoneNumberId: string;
  /** Their names, with commas. */
  readonly fields: string;
}

export type NumberAnswer = CallUsage & ({ readonly ok: true; readonly number: NumberShown } | GraphRefusal);

export async function readNumber({
  access,
  accountId,
  phoneNumberId,
  fields,
}: NumberAsk): Promise<NumberAnswer> {
  const { percent, waitMs, ...read } = await readGraph(access, {
    path: phoneNumberId,
    query: { fields },
    accountId,
  });
  if (!read.ok) return { percent, waitMs, ...read };
  const number = parseNumberShown(read.body);
  const told =
    number === undefined ? ({ ok: false, code: 'unreadable' } as const) : ({ ok: true, number } as const);
  return { percent, waitMs, ...told };
}

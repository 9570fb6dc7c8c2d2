// Chart by hash: histories hold `{"chart":"sha256:…"}`; the worker's codec swaps in the chart's JSON before an
// activation, and this converter turns it into the shared compiled machine, parsing only what is not cached yet.
// Loaded by worker, sandbox and client alike.

import { defaultPayloadConverter, type PayloadConverter } from '@temporalio/workflow';
import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../src/machine/chart.ts';
import { getMachine } from './chart-cache.ts';

type Payload = ReturnType<PayloadConverter['toPayload']>;

/** Marks a payload as a chart's reference; its value is the hash. */
export const chartMetadataKey = 'jornada-chart';

/** A run's chart: travels as its hash, arrives as its machine. */
export class ChartReference {
  readonly hash: string;
  readonly #read: (() => Chart) | undefined;

  constructor(hash: string, read?: () => Chart) {
    this.hash = hash;
    this.#read = read;
  }

  get machine(): AnyStateMachine {
    return getMachine(this.hash, () => {
      if (this.#read === undefined)
        throw new TypeError(`The chart ${this.hash} was not loaded by the codec.`);
      return this.#read();
    });
  }
}

class ChartPayloadConverter implements PayloadConverter {
  toPayload<T>(value: T): Payload {
    if (!(value instanceof ChartReference)) return defaultPayloadConverter.toPayload(value);
    const payload = defaultPayloadConverter.toPayload({ chart: value.hash });
    return { ...payload, metadata: { ...payload.metadata, [chartMetadataKey]: encode(value.hash) } };
  }

  fromPayload<T>(payload: Payload): T {
    const hash = payload.metadata?.[chartMetadataKey];
    if (hash === undefined || hash === null) return defaultPayloadConverter.fromPayload(payload);
    const read = () => defaultPayloadConverter.fromPayload<Chart>(payload);
    return new ChartReference(decode(hash), read) as T;
  }
}

export const payloadConverter = new ChartPayloadConverter();

// Hashes are ASCII; the sandbox has no TextEncoder before its globals are set up.
function encode(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function decode(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

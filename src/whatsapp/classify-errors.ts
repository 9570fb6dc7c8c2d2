// From Meta's table of error codes (facts, TSV) to our words: one outcome and one retry advice per code. Runs in
// `npm run gen` and in tests only. Rules by class first, then codes that need their own word; every code once.

import type { RetryAdvice } from '../messaging/delivery.ts';
import type { FailureOutcome } from '../messaging/outcomes.ts';

/** What a code teaches us about a person, a template or a sender, beyond this one send (DESIGN 7.4). */
export type MemoryEffect =
  | 'cooldown'
  | 'experiment'
  | 'unreachable'
  | 'opt-out'
  | 'window-closed'
  | 'template-paused'
  | 'template-disabled'
  | 'template-missing'
  | 'sender-limited'
  | 'account-blocked';

/** Meta's class of a code (F§3.2); `unknown`: Meta's meaning was never found, F§3.3 decides. */
export type ErrorClass =
  | 'auth'
  | 'policy'
  | 'rate'
  | 'limit'
  | 'transient'
  | 'permanent'
  | 'undeliverable'
  | 'experiment'
  | 'template'
  | 'unknown';

/** One code as the generated table holds it. */
export interface MetaError {
  readonly code: number;
  readonly title: string;
  readonly class: ErrorClass;
  readonly outcome: FailureOutcome;
  readonly retry: RetryAdvice;
  readonly memory?: MemoryEffect;
  /** Meta's own minimum wait before another try. */
  readonly retryAfterMs?: number;
}

type Verdict = Pick<MetaError, 'outcome' | 'retry' | 'memory' | 'retryAfterMs'> & {
  readonly class?: ErrorClass;
};

/** The table of facts is not in the shape we know; `code` names what is wrong. */
export class ErrorTableProblem extends Error {
  readonly code: 'ERROR_TABLE_SHAPE' | 'ERROR_TABLE_CLASS' | 'ERROR_TABLE_DUPLICATE' | 'ERROR_TABLE_STALE';
  constructor(code: ErrorTableProblem['code'], message: string) {
    super(message);
    this.name = 'ErrorTableProblem';
    this.code = code;
  }
}

const minuteMs = 60_000;
const invalid: Verdict = { outcome: 'invalid', retry: 'never' };
/** An operator has to repair the configuration; the message itself is fine (DESIGN 4.3). */
const parked: Verdict = { outcome: 'account', retry: 'park' };
const barred: Verdict = { outcome: 'account', retry: 'never', memory: 'account-blocked' };
const badParameters: Verdict = { outcome: 'template.params', retry: 'never' };
const noTemplate: Verdict = { outcome: 'template.missing', retry: 'never' };
const senderLimited: Verdict = { outcome: 'limit.sender', retry: 'never', memory: 'sender-limited' };

const byClass: { readonly [name in ErrorClass]: Verdict } = {
  auth: parked,
  policy: { outcome: 'account', retry: 'never' },
  rate: { outcome: 'limit.sender', retry: 'rate' },
  limit: { outcome: 'limit.sender', retry: 'never' },
  transient: { outcome: 'unavailable', retry: 'transient' },
  permanent: invalid,
  undeliverable: { outcome: 'undeliverable', retry: 'never' },
  experiment: { outcome: 'experiment', retry: 'never', memory: 'experiment' },
  template: noTemplate,
  unknown: invalid,
};

/** Codes whose class alone says too little, and why. */
const byCode: { readonly [code: number]: Verdict } = {
  33: parked, // our phone number id is wrong or gone
  368: barred,
  130403: { outcome: 'undeliverable', retry: 'never', memory: 'unreachable' }, // we blocked this person
  130497: { outcome: 'account', retry: 'never' }, // one country only: the account goes on elsewhere
  131026: { outcome: 'undeliverable', retry: 'never', memory: 'unreachable' },
  131030: { outcome: 'account', retry: 'never' }, // a test number's allow list, not the message
  131031: barred,
  131037: parked,
  131042: barred,
  131045: parked,
  131047: { outcome: 'window', retry: 'never', memory: 'window-closed' },
  131048: senderLimited,
  131049: { outcome: 'limit.user', retry: 'never', memory: 'cooldown' },
  131050: { outcome: 'consent', retry: 'never', memory: 'opt-out' },
  131056: { outcome: 'limit.sender', retry: 'rate', retryAfterMs: 6_000 }, // pair limit: 1 per 6 s (F§1.6)
  131057: { outcome: 'unavailable', retry: 'transient', retryAfterMs: minuteMs },
  131059: { ...invalid, class: 'unknown' }, // F§3.3: never found in any source
  131063: parked, // a setting of the WABA
  131064: senderLimited,
  132000: badParameters,
  132001: { ...noTemplate, memory: 'template-missing' },
  132005: badParameters,
  132008: badParameters,
  132012: badParameters,
  132015: { outcome: 'template.paused', retry: 'never', memory: 'template-paused' },
  132016: { ...noTemplate, memory: 'template-disabled' },
  132018: badParameters,
  132021: invalid, // Direct Send's name clash: no template is missing
  132068: noTemplate, // its flow is blocked: unusable until somebody edits it, no un-pause will come
  132069: { outcome: 'limit.sender', retry: 'rate', retryAfterMs: 60 * minuteMs }, // 10 flow sends an hour
  133010: parked, // the one registration code that a send gets
  134101: { outcome: 'unavailable', retry: 'transient', retryAfterMs: 10 * minuteMs },
  137000: { outcome: 'undeliverable', retry: 'never' }, // this person's identity changed
};

/** Surfaces where a send never meets the code: calls of administration, health checks, inbound messages. */
const notOnSends = /^(sync \((admin|management)|health_status|inbound)/;

/**
 * All codes of the table, ranges and lists expanded, ascending. The row without a code (silence) is skipped.
 * @throws {ErrorTableProblem} when a column, class or code is not as expected.
 */
export function classifyErrors(tsv: string): MetaError[] {
  const specific = new Map<number, MetaError>();
  const ranged = new Map<number, MetaError>();
  for (const line of tsv.split('\n').slice(1)) {
    if (line.trim() === '' || line.startsWith('(no code)')) continue;
    const [codes, , title, surfaces, className] = line.split('\t');
    if (codes === undefined || title === undefined || surfaces === undefined || className === undefined) {
      throw new ErrorTableProblem('ERROR_TABLE_SHAPE', `expected at least 5 columns, found: ${line}`);
    }
    const target = codes.includes('-') ? ranged : specific;
    for (const code of expandCodes(codes)) {
      if (target.has(code)) throw new ErrorTableProblem('ERROR_TABLE_DUPLICATE', `code ${code} is twice`);
      target.set(code, classify({ code, title, surfaces, className: toClass(className) }));
    }
  }
  for (const code of Object.keys(byCode).map(Number)) {
    if (!specific.has(code)) {
      throw new ErrorTableProblem(
        'ERROR_TABLE_STALE',
        `code ${code} has a rule here but no row in the table`,
      );
    }
  }
  return [...new Map([...ranged, ...specific]).values()].sort((a, b) => a.code - b.code);
}

/** `7`, `1-3`, `10/12`, and Meta's short lists `2388040/47/299`, where a part replaces the first's last digits. */
export function expandCodes(codes: string): number[] {
  if (!/^\d+([-/]\d+)*$/.test(codes)) {
    throw new ErrorTableProblem('ERROR_TABLE_SHAPE', `expected a code, a range or a list, found: ${codes}`);
  }
  const [first = '', last] = codes.split('-');
  if (last !== undefined) {
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
  }
  const parts = codes.split('/');
  const head = parts[0] ?? '';
  return parts.map((part) => Number(head.slice(0, head.length - part.length) + part));
}

function classify(row: { code: number; title: string; surfaces: string; className: ErrorClass }): MetaError {
  const verdict = byCode[row.code] ?? (notOnSends.test(row.surfaces) ? invalid : byClass[row.className]);
  return { code: row.code, title: row.title, class: row.className, ...verdict };
}

function toClass(name: string): ErrorClass {
  if (Object.hasOwn(byClass, name)) return name as ErrorClass;
  throw new ErrorTableProblem('ERROR_TABLE_CLASS', `no rule for class ${name}: add one to byClass`);
}

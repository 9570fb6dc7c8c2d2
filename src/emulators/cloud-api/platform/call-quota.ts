// Counts management calls of each account in a moving hour (F§1.6) and writes the header in which Meta reports the use.

const HOUR_MS = 3_600_000;

export interface Usage {
  readonly isExhausted: boolean;
  /** Value of `x-business-use-case-usage`; percentages, and minutes until calls are taken again. */
  readonly header: string;
}

export class CallQuota {
  readonly #now: () => number;
  readonly #calls = new Map<string, number[]>();

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one call; one that comes when the quota is used up is not counted. */
  take(accountId: string, callsPerHour: number): Usage {
    const nowMs = this.#now();
    const recent = (this.#calls.get(accountId) ?? []).filter((atMs) => atMs > nowMs - HOUR_MS);
    const isExhausted = recent.length >= callsPerHour;
    if (!isExhausted) recent.push(nowMs);
    this.#calls.set(accountId, recent);
    const waitMs = isExhausted ? (recent[0] ?? nowMs) + HOUR_MS - nowMs : 0;
    const percent = callsPerHour === 0 ? 100 : Math.floor((recent.length / callsPerHour) * 100);
    const usage = {
      type: 'whatsapp_business_management',
      call_count: percent,
      total_cputime: percent,
      total_time: percent,
      estimated_time_to_regain_access: Math.ceil(waitMs / 60_000),
    };
    return { isExhausted, header: JSON.stringify({ [accountId]: [usage] }) };
  }

  clear(): void {
    this.#calls.clear();
  }
}

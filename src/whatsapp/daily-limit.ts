// A messaging limit in whatever words Meta tells it (F§4.8): they have changed over the years. Pure.

/** More people than any business has: as good as no limit. */
const largest = 1_000_000_000;

/** `TIER_2K`, `TIER_250`, `TIER_UNLIMITED`, `2000`, `-1`: people a day, -1 without a limit; undefined for other words. */
export function parseDailyLimit(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (word === 'TIER_UNLIMITED' || word === '-1') return -1;
  const [, digits, thousands] = /^(?:TIER_)?(\d+)(K)?$/.exec(word) ?? [];
  if (digits === undefined) return undefined;
  const limit = Number(digits) * (thousands === undefined ? 1 : 1_000);
  return limit > largest ? -1 : limit;
}

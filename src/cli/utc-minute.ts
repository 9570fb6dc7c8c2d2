// An instant as commands print it where nobody's time zone is meant.

/**
 * `2026-11-25 14:00 UTC`.
 *
 * @param instant epoch ms, or a text in ISO 8601
 */
export function toUtcMinute(instant: number | string): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

// A duration in words, as the demo's table shows it.

/** `2 h 0 min`, `3 d 1 h`, `0.4 s`. */
export function toWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min` : `${(ms / 1_000).toFixed(1)} s`;
}

// "Did you mean": the nearest known word, if it is near enough to be a slip of the hand. Pure.

import { distance } from 'fastest-levenshtein';

/** The known word nearest to `word`, or nothing; spread it into an issue's facts. */
export function suggest(word: string, known: Iterable<string>): { readonly suggestion?: string } {
  if (word.length > 80) return {};
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const steps = countSlips(word.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best === undefined ? {} : { suggestion: best };
}

/** Edit distance, where swapped letters are one slip and not two. */
function countSlips(word: string, candidate: string): number {
  const isSwapped = word.length > 2 && word !== candidate && sortLetters(word) === sortLetters(candidate);
  return isSwapped ? 1 : distance(word, candidate);
}

function sortLetters(word: string): string {
  return [...word].sort().join('');
}

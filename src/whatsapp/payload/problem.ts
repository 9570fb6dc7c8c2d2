// What is wrong with a message for its form alone: a code and a place, never the text. And the small checks that find
// it. Pure.

/** Whose fault it is: of the text that fills an approved template, or of a message that we made up ourselves. */
type Part = 'parameter' | 'content';

/** Why Meta would refuse this message. `place` is where in the content, e.g. `buttons[1].title`; never its text. */
export interface PayloadProblem {
  readonly code:
    | 'no-recipient'
    | 'phone-not-e164'
    | 'user-id-malformed'
    /** Meta's 131062. */
    | 'user-id-not-allowed'
    /** There is no message that this one could be about. */
    | 'no-message'
    | 'token-too-long'
    | `${Part}-${'empty' | 'too-long' | 'too-few' | 'too-many' | 'malformed' | 'duplicate'}`;
  readonly place: string;
  readonly limit?: number;
}

export type Problems = readonly PayloadProblem[];

export interface Checks {
  /** Not blank, and at most so many characters (code points). */
  text(place: string, text: string, limit: number): Problems;
  /** The same for what may be absent. */
  optional(place: string, text: string | undefined, limit: number): Problems;
  count(place: string, given: number, bounds: { readonly min?: number; readonly max: number }): Problems;
  /** No value twice; `placeOf` gives the place of the n-th. */
  unique(values: readonly string[], placeOf: (index: number) => string): Problems;
  /** An address on the web. */
  link(place: string, link: string): Problems;
  holds(place: string, isFit: boolean): Problems;
}

export const contentChecks = createChecks('content');
export const parameterChecks = createChecks('parameter');

function createChecks(part: Part): Checks {
  const text: Checks['text'] = (place, given, limit) => {
    if (given.trim() === '') return [{ code: `${part}-empty`, place }];
    if (given.length <= limit || [...given].length <= limit) return [];
    return [{ code: `${part}-too-long`, place, limit }];
  };
  const holds: Checks['holds'] = (place, isFit) => (isFit ? [] : [{ code: `${part}-malformed`, place }]);
  return {
    text,
    holds,
    optional: (place, given, limit) => (given === undefined ? [] : text(place, given, limit)),
    count: (place, given, { min = 0, max }) => {
      if (given < min) return [{ code: `${part}-too-few`, place, limit: min }];
      return given > max ? [{ code: `${part}-too-many`, place, limit: max }] : [];
    },
    unique: (values, placeOf) =>
      values.flatMap((value, index) =>
        values.indexOf(value) === index
          ? []
          : [{ code: `${part}-duplicate` as const, place: placeOf(index) }],
      ),
    link: (place, link) => [
      ...text(place, link, linkLimit),
      ...holds(place, link.trim() === '' || isWebAddress(link)),
    ],
  };
}

/** Characters; F§1.3 names none for links, so this is that of a link button. */
const linkLimit = 2_000;

function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(link) && URL.canParse(link);
}

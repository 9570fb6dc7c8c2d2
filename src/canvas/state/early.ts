// What is asked before the code that wants the answer is here.

export interface Askable<About extends readonly string[], Answer> {
  /** The answer that is on its way, where it was asked for early; each of them is given once. */
  readonly ask: (...about: About) => Promise<Answer>;
  readonly askEarly: (...about: About) => void;
}

export function askable<About extends readonly string[], Answer>(
  ask: (...about: About) => Promise<Answer>,
): Askable<About, Answer> {
  let early: { readonly about: About; readonly answer: Promise<Answer> } | undefined;
  return {
    ask(...about) {
      const found = early?.about.join() === about.join() ? early.answer : undefined;
      early = undefined;
      return found ?? ask(...about);
    },
    askEarly(...about) {
      const asked = { about, answer: ask(...about) };
      early = asked;
      // Whoever wants it asks anew, and hears why not.
      asked.answer.catch(() => {
        if (early === asked) early = undefined;
      });
    },
  };
}

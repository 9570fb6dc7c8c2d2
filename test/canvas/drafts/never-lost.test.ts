// The laws of saving, over any order of edits, answers, losses and reloads: two authors on one server. Texts are sets of
// words that only grow, so that a text written over unseen is one whose words are missing.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CopyStorage, findCopies, keepCopy } from '../../../src/canvas/drafts/local-copies.ts';
import {
  beginSaving,
  type Flight,
  follow,
  isDirty,
  type Saving,
  type SavingEvent,
  type ServerDraft,
} from '../../../src/canvas/drafts/saving.ts';

const at = '2026-03-02T12:03:00.000Z';

/** What src/http/save-draft.ts and publish-draft.ts do, in memory. */
class Server {
  draft: ServerDraft | undefined;
  readonly history: string[] = [];
  #revision = 0;
  #version = 0;

  put(seen: number | undefined, source: string): Answer {
    if (this.draft?.revision === seen) {
      this.#revision += 1;
      this.draft = { revision: this.#revision, source, baseVersion: null, updatedAt: at };
      this.history.push(source);
      return { type: 'saved', draft: this.draft };
    }
    if (this.draft === undefined) return { type: 'gone' };
    if (this.draft.source === source) return { type: 'saved', draft: this.draft };
    return { type: 'stale', current: this.draft };
  }

  /** The draft stays and moves on. */
  publish(seen: number | undefined): Publication | undefined {
    if (this.draft === undefined || this.draft.revision !== seen) return undefined;
    this.#revision += 1;
    this.#version += 1;
    this.draft = { ...this.draft, revision: this.#revision, baseVersion: this.#version };
    return { type: 'published', revision: this.#revision, version: this.#version };
  }
}

type Publication = Extract<SavingEvent, { readonly type: 'published' }>;

type Answer =
  | { readonly type: 'saved'; readonly draft: ServerDraft }
  | { readonly type: 'stale'; readonly current: ServerDraft }
  | { readonly type: 'gone' };

function toEvent(answer: Answer, { number, text }: Flight): SavingEvent {
  return answer.type === 'saved' ? { number, text, ...answer } : { number, ...answer };
}

class Memory implements CopyStorage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key(index: number): string | null {
    return [...this.#kept.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
  removeItem(key: string): void {
    this.#kept.delete(key);
  }
}

const wordsOf = (text: string) => new Set(text.split(' ').filter((word) => word !== ''));
const union = (...texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => [...wordsOf(text)]))].sort().join(' ');
const holds = (text: string, part: string) => [...wordsOf(part)].every((word) => wordsOf(text).has(word));

class Author {
  saving: Saving;
  readonly written: string[] = [];
  readonly #storage = new Memory();
  /** Answers on their way to this author. */
  pending: SavingEvent[] = [];

  readonly name: string;
  readonly server: Server;

  constructor(name: string, server: Server) {
    this.name = name;
    this.server = server;
    this.saving = beginSaving({ revision: undefined, text: '', baseVersion: null });
    this.look();
  }

  hear(event: SavingEvent): void {
    this.saving = follow(this.saving, event);
    keepCopy(this.#storage, { journey: 'sale', tab: this.name }, { saving: this.saving, at });
  }

  write(): void {
    const word = `${this.name}${this.written.length}`;
    this.written.push(word);
    this.hear({ type: 'edited', text: union(this.saving.text, word) });
  }

  /** The pause is over. The request may reach the server or not, and its answer may come, come late, or never. */
  save(fate: 'answered' | 'late' | 'unheard' | 'lost'): void {
    const before = this.saving.flight;
    this.hear({ type: 'due' });
    const { flight, standing } = this.saving;
    if (flight === undefined || flight === before) return;
    const { number, text } = flight;
    const failed: SavingEvent = { type: 'failed', number, trouble: { kind: 'unreachable' } };
    const answer = fate === 'lost' ? undefined : this.server.put(standing.revision, text);
    if (answer === undefined || fate === 'unheard') this.hear(failed);
    else if (fate === 'late') this.pending.push(toEvent(answer, flight));
    else this.hear(toEvent(answer, flight));
  }

  publish(isHeard: boolean): void {
    if (isDirty(this.saving) || this.saving.conflict !== undefined) return;
    const answer = this.server.publish(this.saving.standing.revision);
    if (isHeard && answer !== undefined) this.hear(answer);
  }

  look(): void {
    this.hear({ type: 'seen', draft: this.server.draft, flights: this.saving.flights });
  }

  /** The answer of a look that began before what happens next. */
  lookLate(): void {
    this.pending.push({ type: 'seen', draft: this.server.draft, flights: this.saving.flights });
  }

  receive(times: number): void {
    const event = this.pending.shift();
    for (let count = 0; event !== undefined && count < times; count += 1) this.hear(event);
  }

  decide(): void {
    const on = this.saving.conflict;
    if (on !== undefined) this.hear({ type: 'resolved', text: union(this.saving.text, on.source), on });
  }

  /** The page is gone; what is on this computer and on the server is all there is. */
  reload(): void {
    this.pending = [];
    const kept = findCopies(this.#storage, 'sale')[0];
    this.saving = kept?.saving ?? beginSaving({ revision: undefined, text: '', baseVersion: null });
    this.look();
  }
}

const moves = fc.tuple(
  fc.constantFrom(0, 1),
  fc.constantFrom(
    'write',
    'answered',
    'late',
    'unheard',
    'lost',
    'look',
    'look late',
    'receive',
    'receive twice',
    'decide',
    'reload',
    'publish',
    'publish unheard',
  ),
);

function play(author: Author, move: string): void {
  if (move === 'write') author.write();
  else if (move === 'look') author.look();
  else if (move === 'look late') author.lookLate();
  else if (move === 'receive') author.receive(1);
  else if (move === 'receive twice') author.receive(2);
  else if (move === 'decide') author.decide();
  else if (move === 'reload') author.reload();
  else if (move === 'publish') author.publish(true);
  else if (move === 'publish unheard') author.publish(false);
  else author.save(move as 'answered' | 'late' | 'unheard' | 'lost');
}

/** The network is well again and both authors decide what they are asked. */
function settle(authors: readonly Author[]): void {
  for (const author of authors) {
    while (author.pending.length > 0) author.receive(1);
  }
  for (let round = 0; round < 6; round += 1) {
    for (const author of authors) {
      author.save('answered');
      author.decide();
      author.save('answered');
    }
  }
  for (const author of authors) author.look();
}

test('no word of an author is lost, and none is written over unseen', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 60, size: 'max' }), (script) => {
      const server = new Server();
      const authors = [new Author('a', server), new Author('b', server)];
      for (const [who, move] of script) play(authors[who] as Author, move);
      settle(authors);
      server.history.forEach((text, index) => {
        expect(holds(text, server.history[index - 1] ?? '')).toBe(true);
      });
      const all = authors.flatMap(({ written }) => written).join(' ');
      expect(holds(server.draft?.source ?? '', all)).toBe(true);
      for (const { saving } of authors) {
        expect(saving.conflict).toBeUndefined();
        expect(saving.text).toBe(server.draft?.source ?? '');
      }
    }),
    { numRuns: 800 },
  );
});

test('an author alone is never asked about what they have saved or published themselves', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 40, size: 'max' }), (script) => {
      const author = new Author('a', new Server());
      for (const [, move] of script) {
        play(author, move);
        expect(author.saving.conflict).toBeUndefined();
      }
    }),
    { numRuns: 400 },
  );
});

import { expect, test } from 'vitest';
import { createSharedPolls } from '../../src/http/shared-polls.ts';

class ReadError extends Error {
  override readonly name = 'ReadError';
}

/** A place that is read, and counts how often. */
function createSource(value: unknown) {
  const source = {
    value,
    reads: 0,
    fails: false,
    read: async () => {
      source.reads += 1;
      if (source.fails) throw new ReadError();
      return source.value;
    },
  };
  return source;
}

function createListener() {
  const heard: unknown[] = [];
  return { heard, tell: (value: unknown) => void heard.push(value), lose: () => void heard.push('lost') };
}

test('two who listen to the same are served by one reading, and the later is told at once', async () => {
  const polls = createSharedPolls({ everyMs: 10, onFailure: () => {} });
  const [source, other] = [createSource({ n: 1 }), createSource({ n: 100 })];
  const [first, second] = [createListener(), createListener()];
  const leave = polls.listen('same', source.read, first);
  await expect.poll(() => first.heard).toEqual([{ n: 1 }]);
  const leaveToo = polls.listen('same', other.read, second);
  expect(second.heard).toEqual([{ n: 1 }]);
  source.value = { n: 2 };
  await expect.poll(() => second.heard).toEqual([{ n: 1 }, { n: 2 }]);
  expect(first.heard).toEqual(second.heard);
  expect(other.reads).toBe(0);
  leave();
  leaveToo();
});

test('what has not changed is not told again', async () => {
  const polls = createSharedPolls({ everyMs: 1, onFailure: () => {} });
  const [source, listener] = [createSource({ n: 1 }), createListener()];
  const leave = polls.listen('key', source.read, listener);
  await expect.poll(() => source.reads).toBeGreaterThan(5);
  expect(listener.heard).toEqual([{ n: 1 }]);
  leave();
});

test('nothing is read once the last listener has left, and a new one begins anew', async () => {
  const polls = createSharedPolls({ everyMs: 1, onFailure: () => {} });
  const [source, listener] = [createSource(1), createListener()];
  const leave = polls.listen('key', source.read, listener);
  await expect.poll(() => source.reads).toBeGreaterThan(1);
  leave();
  const { reads } = source;
  const [later, other] = [createSource(2), createListener()];
  const leaveOther = polls.listen('key', later.read, other);
  await expect.poll(() => later.reads).toBeGreaterThan(3);
  // The one that was under way at most.
  expect(source.reads).toBeLessThanOrEqual(reads + 1);
  expect(other.heard).toEqual([2]);
  leaveOther();
});

test('a reading that fails is told of, and the next one is heard', async () => {
  const failures: unknown[] = [];
  const polls = createSharedPolls({ everyMs: 1, onFailure: (error) => failures.push(error) });
  const [source, listener] = [createSource(1), createListener()];
  source.fails = true;
  const leave = polls.listen('key', source.read, listener);
  await expect.poll(() => failures.length).toBeGreaterThan(0);
  source.fails = false;
  await expect.poll(() => listener.heard.at(-1)).toEqual(1);
  leave();
});

test('who listens to what can’t be read for a while is told so, and whoever comes again hears what is read then', async () => {
  const polls = createSharedPolls({ everyMs: 1, onFailure: () => {} });
  const [source, listener] = [createSource(1), createListener()];
  const leave = polls.listen('key', source.read, listener);
  await expect.poll(() => listener.heard).toEqual([1]);
  source.fails = true;
  await expect.poll(() => listener.heard).toContain('lost');
  leave();
  source.fails = false;
  source.value = 2;
  const again = createListener();
  const leaveAgain = polls.listen('key', source.read, again);
  await expect.poll(() => again.heard).toEqual([2]);
  leaveAgain();
});

test('of very many polls only some read at once, and all have their turn', async () => {
  const polls = createSharedPolls({ everyMs: 1, onFailure: () => {} });
  let reading = 0;
  let most = 0;
  const read = async () => {
    reading += 1;
    most = Math.max(most, reading);
    await new Promise((resolve) => setTimeout(resolve, 1));
    reading -= 1;
    return 1;
  };
  const listeners = Array.from({ length: 100 }, createListener);
  const leaves = listeners.map((listener, index) => polls.listen(`key ${index}`, read, listener));
  await expect.poll(() => listeners.every(({ heard }) => heard.length === 1)).toBe(true);
  expect(most).toBe(4);
  for (const leave of leaves) leave();
});

// Cycles of a directed graph: strongly connected components by Tarjan, without recursion, in linear time. Pure.

/** Edges by node; targets that are no key of the map are ignored. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/** More cycles than this say nothing new: breaking one often breaks others. */
const cycleLimit = 50;

/** Cycles that have no node in common, each in the order of its edges. Empty only where the graph has none. */
export function findCycles(targets: Targets): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const pending = [new Set(targets.keys())];
  for (let members = pending.pop(); members !== undefined; members = pending.pop()) {
    for (const component of findComponents(targets, members)) {
      if (cycles.length === cycleLimit) return cycles;
      const cycle = findCycle(targets, component);
      cycles.push(cycle);
      for (const node of cycle) component.delete(node);
      if (component.size > 0) pending.push(component);
    }
  }
  return cycles;
}

interface Frame {
  readonly node: string;
  readonly next: Iterator<string>;
}

/** The components that contain a cycle. */
function findComponents(targets: Targets, members: ReadonlySet<string>): readonly Set<string>[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const components: Set<string>[] = [];
  const frames: Frame[] = [];

  const enter = (node: string) => {
    low.set(node, index.size);
    index.set(node, index.size);
    stack.push(node);
    onStack.add(node);
    frames.push({ node, next: (targets.get(node) ?? []).values() });
  };
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
  const leave = (node: string) => {
    frames.pop();
    const parent = frames.at(-1);
    if (parent !== undefined) lower(parent.node, low.get(node) ?? 0);
    if (low.get(node) !== index.get(node)) return;
    const component = new Set(stack.splice(stack.lastIndexOf(node)));
    for (const member of component) onStack.delete(member);
    if (component.size > 1 || targets.get(node)?.includes(node)) components.push(component);
  };

  for (const root of members) {
    if (!index.has(root)) enter(root);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { value: target, done } = frame.next.next();
      if (done === true) leave(frame.node);
      else if (!members.has(target)) continue;
      else if (!index.has(target)) enter(target);
      else if (onStack.has(target)) lower(frame.node, index.get(target) ?? 0);
    }
  }
  return components;
}

/** Any cycle inside a component: from each of its nodes an edge leads to another of them. */
function findCycle(targets: Targets, component: ReadonlySet<string>): string[] {
  const places = new Map<string, number>();
  const path: string[] = [];
  let node = component.values().next().value;
  while (node !== undefined && !places.has(node)) {
    places.set(node, path.length);
    path.push(node);
    node = targets.get(node)?.find((target) => component.has(target));
  }
  return path.slice(places.get(node ?? '') ?? 0);
}

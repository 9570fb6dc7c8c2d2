// Strongly connected components of a graph whose nodes are numbers: Tarjan without recursion, in linear time. Pure.

export interface Component {
  readonly nodes: readonly number[];
  /** More than one node, or one with an edge to itself. */
  readonly isCyclic: boolean;
}

/** Targets by node. */
export type Targets = readonly (readonly number[])[];

/** The components that can be reached from `roots`; a component comes after those that it leads to. */
export function findComponents(targets: Targets, roots: Iterable<number>): readonly Component[] {
  const search = new Search(targets);
  for (const root of roots) search.from(root);
  return search.components;
}

class Search {
  readonly components: Component[] = [];
  readonly #targets: Targets;
  readonly #order: Int32Array;
  readonly #low: Int32Array;
  readonly #isOpen: Uint8Array;
  readonly #stack: number[] = [];
  #count = 0;

  constructor(targets: Targets) {
    this.#targets = targets;
    this.#order = new Int32Array(targets.length).fill(-1);
    this.#low = new Int32Array(targets.length);
    this.#isOpen = new Uint8Array(targets.length);
  }

  from(root: number): void {
    if (this.#orderOf(root) >= 0) return;
    const path = [{ node: this.#open(root), at: 0 }];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const target = this.#targets[frame.node]?.[frame.at];
      frame.at += 1;
      if (target === undefined) {
        path.pop();
        this.#close(frame.node);
        const parent = path.at(-1);
        if (parent !== undefined) this.#lower(parent.node, this.#low[frame.node] as number);
      } else if (this.#orderOf(target) < 0) path.push({ node: this.#open(target), at: 0 });
      else if (this.#isOpen[target] === 1) this.#lower(frame.node, this.#orderOf(target));
    }
  }

  #orderOf(node: number): number {
    return this.#order[node] as number;
  }

  #open(node: number): number {
    this.#order[node] = this.#count;
    this.#low[node] = this.#count;
    this.#count += 1;
    this.#isOpen[node] = 1;
    this.#stack.push(node);
    return node;
  }

  #lower(node: number, to: number): void {
    this.#low[node] = Math.min(this.#low[node] as number, to);
  }

  #close(node: number): void {
    if (this.#low[node] !== this.#orderOf(node)) return;
    const nodes = this.#stack.splice(this.#stack.lastIndexOf(node));
    for (const member of nodes) this.#isOpen[member] = 0;
    const isCyclic = nodes.length > 1 || (this.#targets[node]?.includes(node) ?? false);
    this.components.push({ nodes, isCyclic });
  }
}

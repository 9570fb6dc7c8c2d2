// Strongly connected components of a graph whose nodes are numbers: Tarjan without recursion, in linear time. Pure.

/** Edges as columns; those of a node stand together, from `begin[node]` up to `end[node]`. */
export interface EdgeColumns {
  readonly begin: readonly number[];
  readonly end: readonly number[];
  /** The next node; negative where there is none. */
  readonly target: readonly number[];
}

export type IsFollowed = (edge: number, node: number) => boolean;

export interface Components {
  /** The nodes, component after component; a component comes after those that it leads to. */
  readonly order: readonly number[];
  /** Where a component begins in `order`; one more than there are components. */
  readonly first: readonly number[];
  /** By component: more than one node, or one with an edge to itself. */
  readonly isCyclic: readonly boolean[];
  /** The component of a node; -1 where no path leads. */
  readonly componentOf: Int32Array;
}

export function nodesOf({ order, first }: Components, component: number): readonly number[] {
  return order.slice(first[component], first[component + 1]);
}

/** The components that can be reached from `roots` by the edges that `isFollowed` lets through. */
export function findComponents(
  edges: EdgeColumns,
  roots: readonly number[],
  isFollowed: IsFollowed = () => true,
): Components {
  const search = new Search(edges, isFollowed);
  for (const root of roots) search.from(root);
  return search;
}

class Search implements Components {
  readonly order: number[] = [];
  readonly first: number[] = [0];
  readonly isCyclic: boolean[] = [];
  readonly componentOf: Int32Array;
  readonly #edges: EdgeColumns;
  readonly #isFollowed: IsFollowed;
  /** When a node was entered, counted from 1; 0 where it was not. */
  readonly #entered: Int32Array;
  readonly #low: Int32Array;
  readonly #nextEdge: Int32Array;
  readonly #hasLoop: Uint8Array;
  /** Stacks: the nodes whose component is not known yet, and the way to the node in hand. */
  readonly #open: Int32Array;
  readonly #path: Int32Array;
  #openLength = 0;
  #pathLength = 0;
  #count = 0;

  constructor(edges: EdgeColumns, isFollowed: IsFollowed) {
    const size = edges.begin.length;
    this.#edges = edges;
    this.#isFollowed = isFollowed;
    this.componentOf = new Int32Array(size).fill(-1);
    this.#entered = new Int32Array(size);
    this.#low = new Int32Array(size);
    this.#nextEdge = Int32Array.from(edges.begin);
    this.#hasLoop = new Uint8Array(size);
    this.#open = new Int32Array(size);
    this.#path = new Int32Array(size);
  }

  from(root: number): void {
    if (this.#entered[root] === 0) this.#enter(root);
    while (this.#pathLength > 0) {
      const node = this.#path[this.#pathLength - 1] as number;
      const edge = this.#nextEdge[node] as number;
      if (edge === this.#edges.end[node]) this.#leave(node);
      else {
        this.#nextEdge[node] = edge + 1;
        const target = this.#edges.target[edge] as number;
        if (target >= 0 && this.#isFollowed(edge, node)) this.#follow(node, target);
      }
    }
  }

  #follow(node: number, target: number): void {
    if (target === node) this.#hasLoop[node] = 1;
    const entered = this.#entered[target] as number;
    if (entered === 0) this.#enter(target);
    else if (this.componentOf[target] === -1) this.#lower(node, entered);
  }

  #enter(node: number): void {
    this.#count += 1;
    this.#entered[node] = this.#count;
    this.#low[node] = this.#count;
    this.#open[this.#openLength] = node;
    this.#openLength += 1;
    this.#path[this.#pathLength] = node;
    this.#pathLength += 1;
  }

  #lower(node: number, to: number): void {
    if (to < (this.#low[node] as number)) this.#low[node] = to;
  }

  #leave(node: number): void {
    this.#pathLength -= 1;
    if (this.#pathLength > 0) {
      this.#lower(this.#path[this.#pathLength - 1] as number, this.#low[node] as number);
    }
    if (this.#low[node] === this.#entered[node]) this.#close(node);
  }

  #close(node: number): void {
    const bottom = this.#open.lastIndexOf(node, this.#openLength - 1);
    const size = this.#openLength - bottom;
    for (let at = bottom; at < this.#openLength; at += 1) {
      const member = this.#open[at] as number;
      this.componentOf[member] = this.isCyclic.length;
      this.order.push(member);
    }
    this.#openLength = bottom;
    this.first.push(this.order.length);
    this.isCyclic.push(size > 1 || this.#hasLoop[node] === 1);
  }
}

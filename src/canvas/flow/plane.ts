// Rectangles by where they are, so that those that touch another one are found without looking at all of them. Pure.

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cell = 192;

export class Plane<Item extends Area> {
  readonly #cells = new Map<number, Item[]>();

  add(item: Item): void {
    for (const key of cellsOf(item)) {
      const items = this.#cells.get(key);
      if (items === undefined) this.#cells.set(key, [item]);
      else items.push(item);
    }
  }

  /** Those that touch the area, each once. */
  touching(area: Area): ReadonlySet<Item> {
    const found = new Set<Item>();
    for (const key of cellsOf(area)) {
      for (const item of this.#cells.get(key) ?? []) if (overlap(item, area)) found.add(item);
    }
    return found;
  }
}

export function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function* cellsOf({ left, top, right, bottom }: Area): Generator<number> {
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) yield x * 1_000_003 + y;
  }
}

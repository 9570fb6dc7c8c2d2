// Rectangles by where they are, so that those that touch another one are found without looking at all of them. Pure.

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Kept<Item> {
  readonly item: Item;
  /** The search that has seen it last: an item may be in several cells. */
  seenBy: number;
}

const cell = 192;
/** More cells than a canvas has below one another. */
const columnStep = 1_000_003;

export class Plane<Item extends Area> {
  readonly #cells = new Map<number, Kept<Item>[]>();
  #searches = 0;

  add(item: Item): void {
    const kept = { item, seenBy: 0 };
    this.#visit(item, (key) => {
      const items = this.#cells.get(key);
      if (items === undefined) this.#cells.set(key, [kept]);
      else items.push(kept);
    });
  }

  /** Those that touch the area, each once. */
  touching(area: Area): readonly Item[] {
    this.#searches += 1;
    const found: Item[] = [];
    this.#visit(area, (key) => {
      for (const kept of this.#cells.get(key) ?? []) {
        if (kept.seenBy === this.#searches) continue;
        kept.seenBy = this.#searches;
        if (overlap(kept.item, area)) found.push(kept.item);
      }
    });
    return found;
  }

  #visit({ left, top, right, bottom }: Area, visit: (key: number) => void): void {
    const [firstRow, lastRow] = [Math.floor(top / cell), Math.floor(bottom / cell)];
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1) {
      for (let y = firstRow; y <= lastRow; y += 1) visit(x * columnStep + y);
    }
  }
}

export function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

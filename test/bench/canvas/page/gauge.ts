// Runs in both pages before anything else does, and measures them with the same yardstick. Milliseconds and pixels.

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Gauge {
  /** From the start of the navigation until so many nodes are drawn and the main thread has come to rest. */
  readonly whenInteractive: (nodeCount: number) => Promise<number>;
  /** From each event of this kind to the end of the work on the frame that shows what it did; from now on. */
  readonly watch: (event: string) => void;
  /** What was measured since `watch`; the newest frame has ended. */
  readonly take: () => Promise<readonly number[]>;
  readonly middle: () => Place;
  readonly zoom: () => number;
  /** Two frames have gone by without another zoom. */
  readonly whenZoomed: () => Promise<void>;
  /** Near the middle, where nothing is grabbed but the pane. */
  readonly freePlace: () => Place;
  /** The node next to the middle. */
  readonly middleNode: () => string;
}

/** No task of 50 ms and more for as long: the main thread is at rest (as Lighthouse has it, but shorter). */
const restMs = 500;
let busyUntil = 0;
let samples: number[] = [];
let pending: Promise<void> = Promise.resolve();
let watched: string | undefined;

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    busyUntil = Math.max(busyUntil, startTime + duration);
}).observe({ type: 'longtask', buffered: true });

const gauge: Gauge = {
  async whenInteractive(nodeCount) {
    while (!isDrawn(nodeCount)) await frame();
    const drawnAt = performance.now();
    while (performance.now() - Math.max(busyUntil, drawnAt) < restMs) await frame();
    return Math.max(busyUntil, drawnAt);
  },
  watch(event) {
    samples = [];
    if (watched !== undefined) removeEventListener(watched, onWatched, true);
    watched = event;
    addEventListener(event, onWatched, true);
  },
  async take() {
    await pending;
    return samples;
  },
  middle() {
    const { left, top, width, height } = find('.react-flow').getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  },
  zoom: () => new DOMMatrix(getComputedStyle(find('.react-flow__viewport')).transform).a,
  async whenZoomed() {
    for (let before = 0; before !== gauge.zoom(); ) {
      before = gauge.zoom();
      await frame();
      await frame();
    }
  },
  freePlace() {
    const { x, y } = gauge.middle();
    for (let aside = 0; aside < 400; aside += 1) {
      const place = { x: x + aside, y: y + (aside % 40) };
      if (document.elementFromPoint(place.x, place.y)?.className.includes?.('react-flow__pane') === true)
        return place;
    }
    throw new GaugeError('There is no free place on the pane.');
  },
  middleNode() {
    const { x, y } = gauge.middle();
    const nodes = [...document.querySelectorAll('.react-flow__node')].map((node) => {
      const { left, top } = node.getBoundingClientRect();
      return { id: node.getAttribute('data-id') ?? '', away: Math.hypot(left - x, top - y) };
    });
    return nodes.reduce((nearest, node) => (node.away < nearest.away ? node : nearest)).id;
  },
};

class GaugeError extends Error {
  readonly code = 'BENCH_GAUGE';
}

/** Layout and paint come between the callbacks of a frame and the next task. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    requestAnimationFrame(() => port2.postMessage(null));
  });
}

function onWatched({ timeStamp }: Event): void {
  pending = frame().then(() => {
    samples.push(performance.now() - timeStamp);
  });
}

function isDrawn(nodeCount: number): boolean {
  const nodes = document.getElementsByClassName('react-flow__node');
  const edges = document.getElementsByClassName('react-flow__edge');
  const [first] = nodes;
  if (nodes.length < nodeCount || edges.length === 0 || first === undefined) return false;
  return (
    getComputedStyle(first).visibility === 'visible' && document.querySelector('[data-settling]') === null
  );
}

function find(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new GaugeError(`The page has no ${selector}.`);
  return found;
}

Object.assign(globalThis, { gauge });

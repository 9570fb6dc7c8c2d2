// `npm run bench -- NAME [--json]`: measures, prints figures and ratios. With `--json` one object
// `{bench, figures, ratios}` is all that standard output gets.

import { parseArgs } from 'node:util';
import { measureCanvas } from './canvas/canvas.ts';
import { measureCompile } from './compile.ts';
import { measureHistory } from './history.ts';
import type { Measured } from './measured.ts';
import { measureStart } from './start.ts';
import { measureWebhooks } from './webhooks/webhooks.ts';

const benches: Readonly<Record<string, () => Promise<Measured>>> = {
  history: measureHistory,
  compile: measureCompile,
  start: measureStart,
  webhooks: measureWebhooks,
  canvas: measureCanvas,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const [name = ''] = positionals;
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
  process.exitCode = 2;
} else {
  const measured = await bench();
  process.stdout.write(values.json ? toJson(measured) : toText(measured));
}

function toJson({ bench: title, figures, ratios }: Measured): string {
  return `${JSON.stringify({ bench: title, figures, ratios })}\n`;
}

function toText({ bench: title, figures, ratios, notes = [] }: Measured): string {
  const lines = [
    title,
    ...Object.entries(figures).map(([figure, value]) => `  ${figure.padEnd(24)} ${value}`),
    ...Object.entries(ratios).map(([ratio, value]) => `  ratio ${ratio.padEnd(18)} ${value.toFixed(3)}`),
    ...notes.map((note) => `  ${note}`),
  ];
  return `${lines.join('\n')}\n`;
}

// The locked-down Liquid engine: which tags and filters exist, and the limits. Adding a name here is a decision
// about safety: nothing that loads files, runs patterns of the author's, or grows without bound.

import { type Context, Liquid } from 'liquidjs';

/** Longest source, in UTF-16 units. An HTML mail is the largest text there is. */
export const sourceLimit = 200_000;
/** Longest rendered text, in UTF-16 units. */
export const outputLimit = 400_000;

export const renderLimits = { renderLimit: 500, memoryLimit: 2_000_000, templateLimit: 50_000 };

const allowedTags = new Set([
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'echo',
  'for',
  'if',
  'raw',
  'unless',
  '#',
]);

const allowedFilters = new Set([
  ...[
    'abs',
    'at_least',
    'at_most',
    'ceil',
    'divided_by',
    'floor',
    'minus',
    'modulo',
    'plus',
    'round',
    'times',
  ],
  ...['append', 'capitalize', 'downcase', 'upcase', 'lstrip', 'rstrip', 'strip', 'squish', 'prepend'],
  ...['remove', 'remove_first', 'remove_last', 'replace', 'replace_first', 'replace_last'],
  ...[
    'slice',
    'split',
    'truncate',
    'truncatewords',
    'strip_newlines',
    'normalize_whitespace',
    'number_of_words',
  ],
  ...[
    'compact',
    'concat',
    'first',
    'join',
    'last',
    'map',
    'reverse',
    'size',
    'sort',
    'sort_natural',
    'sum',
    'uniq',
  ],
  ...[
    'escape',
    'escape_once',
    'raw',
    'newline_to_br',
    'strip_html',
    'url_encode',
    'cgi_escape',
    'uri_escape',
  ],
  ...['date', 'default', 'json', 'to_integer'],
]);

/** An engine that can only read the scope it is given. `html`: what is written out is escaped, but for `| raw`. */
export function createLockedLiquid({ html = false }: { readonly html?: boolean } = {}): Liquid {
  const engine = new Liquid({
    ...(html ? { outputEscape: 'escape' as const } : {}),
    templates: {},
    dynamicPartials: false,
    relativeReference: false,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    timezoneOffset: 0,
    locale: 'en',
    parseLimit: sourceLimit,
    ...renderLimits,
  });
  for (const tag of Object.keys(engine.tags)) {
    if (!allowedTags.has(tag)) delete engine.tags[tag];
  }
  for (const filter of Object.keys(engine.filters)) {
    if (!allowedFilters.has(filter)) delete engine.filters[filter];
  }
  engine.registerFilter('date', onRunClock(engine.filters['date'] as Filter));
  return engine;
}

type Filter = (this: { readonly context: Context }, value: unknown, ...args: unknown[]) => unknown;

/** `'now' | date` means the run's clock, which a rehearsal moves, not the machine's. */
function onRunClock(date: Filter): Filter {
  return function (value, ...args) {
    const isNow = value === 'now' || value === 'today';
    return date.call(this, isNow ? this.context.getSync(['now']) : value, ...args);
  };
}

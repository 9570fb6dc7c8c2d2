// Carries out `jornada nodes`.

import Table from 'cli-table3';
import { suggest } from '../../journey/suggestion.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { describeNode, type NodeDescription, type NodeField } from './describe-node.ts';
import { kindWords } from './kind-words.ts';
import { plainTable, toPlainText } from './plain-table.ts';

/** @throws CliError usage, when there is no such type */
export async function runNodes(
  { args: [wanted], options }: CommandInput<object>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console } = context;
  const { catalogue } = await context.loadProject('.');
  if (wanted === undefined) {
    const nodes = [...catalogue.values()].map(describeNode);
    if (options.json) console.printJson(nodes.map(({ schema: _schema, ...node }) => node));
    else printList(nodes, context);
    return exitCodes.ok;
  }
  const type = catalogue.get(wanted);
  if (type === undefined) throw unknownType(wanted, [...catalogue.keys()]);
  const node = describeNode(type);
  if (options.json) console.printJson(node);
  else printNode(node, context);
  return exitCodes.ok;
}

function unknownType(wanted: string, known: readonly string[]): CliError {
  const { suggestion } = suggest(wanted, known);
  return CliError.usage({
    en: `there is no node type "${wanted}". ${suggestion ? `Did you mean ${suggestion}?` : 'jornada nodes lists them.'}`,
    ko: `"${wanted}" 노드 종류가 없습니다. ${suggestion ? `혹시 ${suggestion}인가요?` : 'jornada nodes로 목록을 볼 수 있습니다.'}`,
  });
}

const words = {
  en: {
    type: 'type',
    title: 'title',
    outcomes: 'outcomes',
    fields: 'config',
    version: 'version',
    hopedFor: 'hoped for',
    named: 'named by the config; here those of an example',
    byConfig: 'as the config says',
    required: 'required',
    byDefault: 'default',
    example: 'example',
  },
  ko: {
    type: '종류',
    title: '이름',
    outcomes: '결과',
    fields: '설정',
    version: '버전',
    hopedFor: '기대하는 결과',
    named: '설정에서 이름을 정함. 여기 있는 것은 예',
    byConfig: '설정에 따라 다름',
    required: '필수',
    byDefault: '기본값',
    example: '예',
  },
} as const;

function printList(nodes: readonly NodeDescription[], { console, language }: CommandContext): void {
  const word = words[language];
  const table = new Table({
    ...plainTable,
    head: [word.type, word.title, word.outcomes, word.fields].map((text) => console.paint('bold', text)),
  });
  for (const { type, version, title, outcomes, words: all, fields } of nodes) {
    const config = fields.map(({ name, required }) => (required ? `${name}*` : name)).join(' ');
    const said = shorten([...new Set([...outcomes, ...(all ?? [])])]);
    const known = all === null && said !== '' ? `(${said})` : said;
    table.push([`${type} v${version}`, title[language], known, config]);
  }
  console.print(toPlainText(table));
  console.print(`* ${word.required}\n( ) ${word.named}`);
}

/** Message nodes have many: the full list is on their own page. */
function shorten(outcomes: readonly string[]): string {
  const shown = outcomes.slice(0, 4).join(' ');
  return outcomes.length > 4 ? `${shown} +${outcomes.length - 4}` : shown;
}

function printNode(node: NodeDescription, { console, language }: CommandContext): void {
  const word = words[language];
  const title = `${node.type} · ${node.title[language]} · ${word.version} ${node.version}`;
  const failures = node.outcomes.filter((outcome) => !node.successes.includes(outcome));
  const all = [...new Set([...node.successes, ...failures, ...(node.words ?? [])])].join(', ');
  console.print(console.paint('bold', title));
  if (node.help !== undefined) console.print(node.help[language]);
  console.print('');
  if (all === '') console.print(`${word.outcomes}: ${word.byConfig}`);
  else {
    console.print(`${word.hopedFor}: ${node.successes.join(', ')}`);
    console.print(`${word.outcomes}${node.words === null ? ` (${word.named})` : ''}: ${all}`);
  }
  console.print(`\n${word.fields}:`);
  for (const field of node.fields) printField(field, { console, language });
  if (node.example === undefined) return;
  const [hopedFor = 'done'] = node.successes;
  const next =
    node.outcomes.length === 0 || failures.length === 0 ? 'end' : { [hopedFor]: 'end', '*': 'end' };
  const example = { type: node.type, with: node.example, next };
  console.print(`\n${word.example}:\n${JSON.stringify(example, null, 2)}`);
}

function printField(
  { name, kind, required, default: byDefault, title, help }: NodeField,
  { console, language }: Pick<CommandContext, 'console' | 'language'>,
): void {
  const word = words[language];
  const remark = required
    ? `, ${word.required}`
    : byDefault === undefined
      ? ''
      : `, ${word.byDefault} ${JSON.stringify(byDefault)}`;
  console.print(`  ${console.paint('cyan', name)}  ${kindWords(kind, language)}${remark}`);
  const said = [title, help].flatMap((text) => text?.[language] ?? []);
  if (said.length > 0) console.print(`    ${console.paint('dim', said.join(': '))}`);
}

// Carries out `jornada diff`: exit code 0 where both mean the same, 1 where they differ.

import { type DefinitionDiff, diffDefinitions } from '../../journey/diff.ts';
import {
  type ChangeSign,
  describeChange,
  describeImpact,
  describeValueChange,
  signOf,
} from '../../journey/diff-prose.ts';
import { toPrintable } from '../code-frame.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import type { Style } from '../console-port.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { ServerFlags } from '../server/with-server.ts';
import { readSide } from './read-side.ts';

export async function runDiff(
  { args: [old = '', young = ''], options }: CommandInput<ServerFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const before = await readSide(old, options, context);
  const after = await readSide(young, options, context);
  const { catalogue } = after.project;
  const diff = diffDefinitions(before.definition, after.definition, {
    catalogue,
    surroundings: after.surroundings,
  });
  if (options.json) printJson(diff, context);
  else printText(diff, context);
  return diff.same ? exitCodes.ok : exitCodes.findings;
}

function printJson(diff: DefinitionDiff, { console, language }: CommandContext): void {
  const changes = diff.changes.map((change) => ({ ...change, text: describeChange(change, language) }));
  console.printJson({
    ...diff,
    changes,
    running: { ...diff.running, text: describeImpact(diff.running, language) },
  });
}

const styles: { readonly [sign in ChangeSign]: Style } = { '+': 'green', '-': 'red', '~': 'yellow' };

function printText({ same, changes, remarks, running }: DefinitionDiff, context: CommandContext): void {
  const { console, language } = context;
  const word = words[language];
  const print = (text: string) => console.print(toPrintable(text));
  if (same) console.print(console.paint('green', word.same));
  for (const change of changes) {
    const sign = signOf(change);
    console.print(`${console.paint(styles[sign], sign)} ${toPrintable(describeChange(change, language))}`);
  }
  if (remarks.length > 0) console.print(`\n${console.paint('bold', word.remarks)}`);
  for (const remark of remarks) print(`  ${describeValueChange(remark, language)}`);
  if (same) return;
  console.print(`\n${console.paint('bold', word.running)}`);
  for (const line of describeImpact(running, language)) print(`  ${line}`);
}

const words = {
  en: {
    same: 'Both mean the same.',
    remarks: 'Only for readers, no change of meaning:',
    running: 'For people under way:',
  },
  ko: {
    same: '두 여정의 의미가 같습니다.',
    remarks: '읽는 사람을 위한 내용(의미는 그대로):',
    running: '진행 중인 사람에게:',
  },
} as const;

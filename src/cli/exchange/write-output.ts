// Where the text that a command makes goes: a file that was named, else standard output; with --json an object says so.

import { writeFile } from 'node:fs/promises';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';

export interface OutputOptions {
  readonly output: string | undefined;
  readonly context: CommandContext;
  /** What to say of the text besides the text itself. */
  readonly json?: object;
}

/** @throws CliError usage, when the file can't be written */
export async function writeOutput(text: string, { output, json, context }: OutputOptions): Promise<void> {
  const { console, language } = context;
  if (output === undefined) {
    if (json) console.printJson({ ...json, text });
    else console.print(text.trimEnd());
    return;
  }
  try {
    await writeFile(output, text);
  } catch {
    throw CliError.usage({
      en: `can't write ${output}. Name a file in a folder that exists.`,
      ko: `${output} 파일에 쓸 수 없습니다. 있는 폴더의 파일을 쓰세요.`,
    });
  }
  if (json) console.printJson({ ...json, file: output });
  else console.print(language === 'ko' ? `${output} 파일에 썼습니다.` : `${output} is written.`);
}

// Carries out `jornada open`.

import { spawn } from 'node:child_process';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type ServerFlags, withServer } from './with-server.ts';

export interface OpenFlags extends ServerFlags {
  readonly print?: true;
  readonly browser?: true;
}

export async function runOpen(
  { options }: CommandInput<OpenFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context;
  const link = await withServer(options, context, (client) => client.createSessionLink());
  if (options.json) console.printJson(link);
  else if (options.print) console.print(link.url);
  else console.print(`${texts[language]}\n${link.url}`);
  if (options.browser) await openBrowser(link.url);
  return exitCodes.ok;
}

/** Resolves when a browser seems to be there. @throws CliError unreachable, where there is none */
async function openBrowser(url: string): Promise<void> {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  opener.unref();
  const isOpen = await new Promise<boolean>((resolve) => {
    // Some become the browser instead of telling one.
    const patience = setTimeout(() => resolve(true), 3_000);
    const settle = (isFine: boolean): void => {
      clearTimeout(patience);
      resolve(isFine);
    };
    opener.once('error', () => settle(false));
    opener.once('exit', (code) => settle(code === 0));
  });
  if (!isOpen) {
    throw CliError.unreachable({
      en: 'No browser could be opened here. Open the link above yourself.',
      ko: '여기에서 브라우저를 열 수 없습니다. 위의 링크를 직접 여세요.',
    });
  }
}

/** What opens an address on each system. */
const openers: { readonly [platform: string]: readonly [string, ...string[]] } = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

const texts = {
  en: 'Open this in your browser within ten minutes. It works once.',
  ko: '10분 안에 브라우저에서 여세요. 한 번만 쓸 수 있습니다.',
} as const;

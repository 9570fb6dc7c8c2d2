// Carries out `jornada doctor`: a line for each check, with what to do about it.

import type { CommandContext, CommandInput } from '../command.ts';
import type { Style } from '../console-port.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { ServerFlags } from '../server/with-server.ts';
import type { Check, CheckStatus } from './check.ts';

export type DoctorFlags = ServerFlags;

export async function runDoctor(
  { options }: CommandInput<DoctorFlags>,
  { console, language, ports }: CommandContext,
): Promise<ExitCode> {
  const checks = await ports.examine({ url: options.url, apiKey: options.apiKey, folder: '.', language });
  const ok = checks.every(({ status }) => status !== 'fail');
  if (options.json) {
    const shown = checks.map(({ id, status, sender, found, todo }) => ({
      ...{ id, status, ...(sender !== undefined && { sender }), found: found[language] },
      ...(todo !== undefined && { todo: todo[language] }),
    }));
    console.printJson({ ok, checks: shown });
  } else {
    for (const check of checks) console.print(toLines(check));
  }
  return exitCodeOf(checks);

  function toLines({ id, status, sender, found, todo }: Check): string {
    const mark = console.paint(styles[status], words[status][language].padEnd(language === 'ko' ? 2 : 4));
    const about = sender === undefined ? '' : `${sender}: `;
    const line = `${mark} ${id.padEnd(20)} ${about}${found[language]}`;
    return todo === undefined
      ? line
      : `${line}\n${' '.repeat(26)}${console.paint('cyan', '→')} ${todo[language]}`;
  }
}

/** What fails because it is not there comes before what fails otherwise. */
function exitCodeOf(checks: readonly Check[]): ExitCode {
  const failed = checks.filter(({ status }) => status === 'fail');
  if (failed.length === 0) return exitCodes.ok;
  return failed.some(({ unreachable }) => unreachable === true) ? exitCodes.unreachable : exitCodes.findings;
}

const styles: { readonly [status in CheckStatus]: Style } = { ok: 'green', warn: 'yellow', fail: 'red' };

const words = {
  ok: { en: 'ok', ko: '정상' },
  warn: { en: 'warn', ko: '주의' },
  fail: { en: 'fail', ko: '실패' },
} as const;

// The bytes of a file that a command was given; `-` is standard input.

import { readFile } from 'node:fs/promises';
import { sourceLimitBytes } from '../journey/parse.ts';
import { CliError } from './cli-error.ts';

/** @throws CliError usage, when there is no such file or it can't be read */
export async function readSource(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file);
  } catch {
    throw CliError.usage({
      en: `can't read ${file}. Give the path of a file, or - for standard input.`,
      ko: `${file} 파일을 읽을 수 없습니다. 파일의 경로를 쓰거나 표준 입력은 -를 쓰세요.`,
    });
  }
}

/** Stops one byte beyond the limit: enough for the parser to refuse it. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > sourceLimitBytes) break;
  }
  return Buffer.concat(chunks);
}

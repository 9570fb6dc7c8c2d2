// People of a CSV file, row by row: what can't be used is told with its line, and the others go on.

import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { type CsvError, type Info, parse } from 'csv-parse';
import { isTimeZone } from '../../journey/time-zone.ts';
import type { SimulatedPerson } from '../../simulator/script.ts';
import { CliError } from '../cli-error.ts';

/** A row that is left out, and why: a word, and the column. */
export interface BadRow {
  readonly line: number;
  readonly problem: 'id-missing' | 'id-twice' | 'time-zone' | 'columns' | 'syntax';
}

export interface People {
  readonly people: readonly SimulatedPerson[];
  readonly badRows: readonly BadRow[];
}

type Row = { readonly [column: string]: string };

const ownColumns = new Set(['id', 'phone', 'email', 'locale', 'timeZone']);

/** @throws CliError usage, when there is no such file, or it has no column `id` */
export async function readPeople(file: string): Promise<People> {
  await assertReadable(file);
  const badRows: BadRow[] = [];
  const people: SimulatedPerson[] = [];
  const ids = new Set<string>();
  const parser = parse({
    bom: true,
    columns: (header: string[]) => assertHeader(header, file),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => void badRows.push(toBadRow(error)),
  });
  createReadStream(file)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    readonly record: Row;
    readonly info: Info;
  }>) {
    const problem = findProblem(record, ids);
    if (problem !== undefined) badRows.push({ line: info.lines, problem });
    else {
      ids.add(record['id'] ?? '');
      people.push(toPerson(record));
    }
  }
  // Rows that the parser skips are told before those that it gives.
  return { people, badRows: badRows.sort((a, b) => a.line - b.line) };
}

function findProblem(
  { id = '', timeZone = '' }: Row,
  ids: ReadonlySet<string>,
): BadRow['problem'] | undefined {
  if (id === '') return 'id-missing';
  if (ids.has(id)) return 'id-twice';
  return timeZone !== '' && !isKnownZone(timeZone) ? 'time-zone' : undefined;
}

const knownZones = new Map<string, boolean>();

/** Asked once for each zone: people share a few. */
function isKnownZone(timeZone: string): boolean {
  const known = knownZones.get(timeZone) ?? isTimeZone(timeZone);
  knownZones.set(timeZone, known);
  return known;
}

function toPerson(row: Row): SimulatedPerson {
  const { id = '', phone, email, locale, timeZone } = row;
  const attributes = Object.entries(row).filter(([column, value]) => !ownColumns.has(column) && value !== '');
  return {
    id,
    timeZone: timeZone || 'Asia/Seoul',
    attributes: Object.fromEntries(attributes.map(([column, value]) => [column, toValue(value)])),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(locale && { locale }),
  };
}

/** Numbers and truth values as expressions need them; `007` and `1e999` are words. */
function toValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function assertHeader(header: readonly string[], file: string): string[] {
  if (header.includes('id')) return [...header];
  throw CliError.usage({
    en: `${file} has no column "id". Its first line has to name the columns: id,phone,email,…`,
    ko: `${file} 파일에 "id" 열이 없습니다. 첫 줄에 열 이름을 쓰세요: id,phone,email,…`,
  });
}

async function assertReadable(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    throw CliError.usage({ en: `can't read ${file}.`, ko: `${file} 파일을 읽을 수 없습니다.` });
  }
}

function toBadRow(error: CsvError | undefined): BadRow {
  const isCount = error?.code === 'CSV_RECORD_INCONSISTENT_COLUMNS';
  return { line: Number(error?.['lines'] ?? 0), problem: isCount ? 'columns' : 'syntax' };
}

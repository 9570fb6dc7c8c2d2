// What stands around a journey's file: other journeys of its folder, templates, prices. Nothing is read before the
// checker asks for it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Definition } from '../journey/definition.ts';
import { parse, sourceLimitBytes } from '../journey/parse.ts';
import { findDefinition } from '../journey/read-definition.ts';
import type { PriceList, Surroundings, TemplateInfo } from '../journey/surroundings.ts';
import type { JornadaConfig } from '../node-kit/jornada-config.ts';
import { CliError } from './cli-error.ts';

interface ProjectPlace {
  readonly folder: string;
  readonly config: JornadaConfig;
}

/** @throws CliError usage, when a file of templates or prices is asked for and can't be used */
export function readSurroundings(journeyFile: string, { folder, config }: ProjectPlace): Surroundings {
  const beside = journeyFile === '-' ? undefined : path.dirname(path.resolve(journeyFile));
  const templates = findFile('templates', { named: config.templates, folder, beside });
  const prices = findFile('prices', { named: config.prices, folder, beside });
  let journeys: ReadonlyMap<string, Definition> | undefined;
  return {
    get journeys() {
      journeys ??= new Map(beside === undefined ? [] : readJourneys(beside));
      return journeys;
    },
    ...(templates && { templates: readTemplates(templates) }),
    ...(prices && { prices: readAs(priceList, prices) }),
  };
}

interface Place {
  /** By the config. */
  readonly named: string | undefined;
  readonly folder: string;
  readonly beside: string | undefined;
}

function findFile(name: string, { named, folder, beside }: Place): string | undefined {
  if (named !== undefined) return path.resolve(folder, named);
  const file = beside === undefined ? undefined : path.join(beside, `${name}.json`);
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** Journeys of a folder by id; files that are none are left alone. */
function* readJourneys(folder: string): Generator<[string, Definition]> {
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (!isJourneyFile(name) || statSync(file).size > sourceLimitBytes) continue;
    const parsed = parse(readFileSync(file));
    const definition = findDefinition(parsed.document);
    if (definition !== undefined) yield [definition.id, definition];
  }
}

/** By its name: what stands beside journeys under a name of its own is none. */
export function isJourneyFile(name: string): boolean {
  return (
    /\.jsonc?$/.test(name) &&
    !/(\.journey-test|\.script|\.schema|\.v\d+)\.json$|^(package(-lock)?|tsconfig|templates|prices|people|rates)\.json$/.test(
      name,
    )
  );
}

const templateInfo = z.object({
  name: z.string(),
  language: z.string(),
  category: z.string().toUpperCase(),
  status: z.string().toUpperCase(),
  header: z.enum(['text', 'image', 'video', 'document', 'location']).exactOptional(),
  headerParameters: z.int().nonnegative().exactOptional(),
  bodyParameters: z.union([z.array(z.string()), z.int().nonnegative()]).exactOptional(),
  buttons: z
    .array(z.strictObject({ index: z.int().min(0).max(9), kind: z.string(), needed: z.boolean() }))
    .exactOptional(),
  /** As Meta's list has them: what phones show. */
  components: z
    .array(
      z.object({
        type: z.string(),
        format: z.string().exactOptional(),
        text: z.string().exactOptional(),
        buttons: z
          .array(
            z.object({
              type: z.string(),
              text: z.string().exactOptional(),
              url: z.string().exactOptional(),
            }),
          )
          .exactOptional(),
      }),
    )
    .exactOptional(),
});

const priceList: z.ZodType<PriceList> = z.object({
  currency: z.string(),
  prices: z.record(z.string(), z.number().nonnegative()),
});

function readTemplates(file: string): readonly TemplateInfo[] {
  return readAs(z.array(templateInfo), file);
}

function readAs<Value>(schema: z.ZodType<Value>, file: string): Value {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw CliError.usage({
      en: `${file} is no readable JSON file.`,
      ko: `${file}은(는) 읽을 수 있는 JSON 파일이 아닙니다.`,
    });
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw CliError.usage({
    en: `${file} has not the form that is expected, at ${place}: ${issue?.message}`,
    ko: `${file} 파일의 형식이 맞지 않습니다(${place}): ${issue?.message}`,
  });
}

// Templates as Meta has them, by account, name and language: what gate, checks and canvas go by. A row is changed under its
// own lock; whoever changes one wakes the parked afterwards (`src/inbox/wake-template.ts`).

import { type Selectable, sql } from 'kysely';
import { judgeTemplate, type TemplateFacts, type TemplateVerdict } from '../messaging/template-facts.ts';
import {
  learnOfTemplate,
  type TemplateState,
  type TemplateTold,
  untold,
} from '../whatsapp/template-state.ts';
import { toStorableJson } from './storable-json.ts';
import type { Store, StoreTransaction } from './store.ts';
import type { TemplateTable } from './tables/templates.ts';

export interface TemplateKey {
  /** WABA; empty for senders without one. */
  readonly accountId: string;
  readonly name: string;
  readonly language: string;
}

export interface StoredTemplate extends TemplateKey, TemplateState {
  readonly syncedAt?: number | undefined;
}

export interface TemplateChange {
  readonly before: TemplateState;
  readonly after: TemplateState;
}

/** Adds what was told; the row is locked until the transaction ends. */
export async function tellTemplate(
  trx: StoreTransaction,
  key: TemplateKey,
  told: TemplateTold,
): Promise<TemplateChange> {
  await trx
    .insertInto('template')
    .values({ ...toColumns(key), category: untold.category })
    .onConflict((conflict) => conflict.columns(['account_id', 'name', 'language']).doNothing())
    .execute();
  const row = await selectTemplate(trx, key).forUpdate().executeTakeFirstOrThrow();
  const before = toState(row);
  const after = learnOfTemplate(before, told);
  await trx
    .updateTable('template')
    .set({ ...toRow(after), updated_at: sql`now()` })
    .where('account_id', '=', key.accountId)
    .where('name', '=', key.name)
    .where('language', '=', key.language)
    .execute();
  return { before, after };
}

/** Not locked. */
export async function findTemplate(
  db: Store | StoreTransaction,
  key: TemplateKey,
): Promise<StoredTemplate | undefined> {
  const row = await selectTemplate(db, key).executeTakeFirst();
  return row && toStored(row);
}

/** Locks these templates against change until the transaction ends; those that nobody told us of are left out. */
export async function shareTemplates(
  trx: StoreTransaction,
  accountId: string,
  wanted: readonly Pick<TemplateKey, 'name' | 'language'>[],
): Promise<StoredTemplate[]> {
  const rows = await trx
    .selectFrom('template')
    .selectAll()
    .where('account_id', '=', accountId)
    .where((eb) => eb.or(wanted.map(({ name, language }) => eb.and({ name, language }))))
    // One order for all who lock several.
    .orderBy('name')
    .orderBy('language')
    .forShare()
    .execute();
  return rows.map(toStored);
}

/** All, by name and language. */
export async function listTemplates(db: Store | StoreTransaction): Promise<StoredTemplate[]> {
  const rows = await db
    .selectFrom('template')
    .selectAll()
    .orderBy('name')
    .orderBy('language')
    .orderBy('account_id')
    .execute();
  return rows.map(toStored);
}

/** Those of an account. */
export async function listTemplatesOf(
  db: Store | StoreTransaction,
  accountId: string,
): Promise<StoredTemplate[]> {
  const rows = await db.selectFrom('template').selectAll().where('account_id', '=', accountId).execute();
  return rows.map(toStored);
}

/** An account's list has these; its others are returned, unless they are known to be deleted. */
export async function markListed(
  db: Store,
  accountId: string,
  { keys, at }: { readonly keys: readonly TemplateKey[]; readonly at: Date },
): Promise<TemplateKey[]> {
  const names = keys.map(({ name }) => name);
  const languages = keys.map(({ language }) => language);
  await sql`
    update template set synced_at = ${at}
    from unnest(${names}::text[], ${languages}::text[]) as listed (name, language)
    where account_id = ${accountId} and template.name = listed.name and template.language = listed.language`.execute(
    db,
  );
  return db
    .selectFrom('template')
    .select(['account_id as accountId', 'name', 'language'])
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('synced_at', 'is', null), eb('synced_at', '<', at)]))
    .where((eb) => eb.or([eb('status', 'is', null), eb('status', '<>', 'DELETED')]))
    .execute();
}

export function judgeStored(template: StoredTemplate, now: number): TemplateVerdict {
  return judgeTemplate(toTemplateFacts(template), now);
}

export function toTemplateFacts({ name, language, ...state }: StoredTemplate): TemplateFacts {
  const { status, statusAt, statusReason } = state;
  return {
    name,
    language,
    ...(status === undefined ? {} : { status }),
    ...(statusAt === undefined ? {} : { statusAt }),
    ...(statusReason === undefined ? {} : { statusReason }),
  };
}

function selectTemplate(db: Store | StoreTransaction, { accountId, name, language }: TemplateKey) {
  return db
    .selectFrom('template')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .where('language', '=', language);
}

type Row = Selectable<TemplateTable>;

function toColumns({ accountId, name, language }: TemplateKey) {
  return { account_id: accountId, name, language };
}

function toStored(row: Row): StoredTemplate {
  const { account_id: accountId, name, language, synced_at } = row;
  return { accountId, name, language, ...toState(row), syncedAt: synced_at?.getTime() };
}

function toState(row: Row): TemplateState {
  return {
    id: row.meta_id ?? undefined,
    category: row.category,
    categoryAt: row.category_at?.getTime(),
    previousCategory: row.previous_category ?? undefined,
    correctCategory: row.correct_category ?? undefined,
    status: row.status ?? undefined,
    statusAt: row.status_at?.getTime(),
    statusReason: row.status_reason ?? undefined,
    quality: row.quality ?? undefined,
    qualityAt: row.quality_at?.getTime(),
    parameterFormat: row.parameter_format ?? undefined,
    components: row.components ?? undefined,
    componentsAt: row.components_at?.getTime(),
  };
}

function toRow(state: TemplateState) {
  return {
    meta_id: state.id ?? null,
    category: state.category,
    category_at: toDate(state.categoryAt),
    previous_category: state.previousCategory ?? null,
    correct_category: state.correctCategory ?? null,
    status: state.status ?? null,
    status_at: toDate(state.statusAt),
    status_reason: state.statusReason ?? null,
    quality: state.quality ?? null,
    quality_at: toDate(state.qualityAt),
    parameter_format: state.parameterFormat ?? null,
    components: state.components === undefined ? null : toStorableJson(state.components),
    components_at: toDate(state.componentsAt),
  };
}

function toDate(at: number | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}

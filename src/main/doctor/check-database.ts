// Does PostgreSQL answer, is it new enough, and has it the newest schema? Applies nothing.

import { sql } from 'kysely';
import type { Check } from '../../cli/doctor/check.ts';
import { listPendingMigrations } from '../../store/migrate.ts';
import { createStore, type Store } from '../../store/store.ts';

const leastMajor = 15;

export async function checkDatabase(url: string | undefined): Promise<readonly Check[]> {
  if (url === undefined) {
    const found = {
      en: 'not configured, and no stack runs here',
      ko: '설정되지 않았고 실행 중인 스택도 없음',
    };
    const todo = {
      en: 'Nothing to do for `jornada dev`, which brings its own. In production set DATABASE_URL.',
      ko: '`jornada dev`는 자체 서버를 쓰므로 할 일이 없습니다. 운영 환경에서는 DATABASE_URL을 지정하세요.',
    };
    return [{ id: 'postgres', status: 'warn', found, todo }];
  }
  const store = createStore({ url, maxConnections: 1, connectTimeoutMs: 5_000 });
  try {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version') as version`.execute(store);
    return [checkVersion(rows[0]?.version ?? '0'), await checkMigrations(store)];
  } catch {
    const found = { en: 'does not answer', ko: '응답하지 않음' };
    const todo = {
      en: 'Start PostgreSQL, or correct DATABASE_URL.',
      ko: 'PostgreSQL을 시작하거나 DATABASE_URL을 고치세요.',
    };
    return [{ id: 'postgres', status: 'fail', found, todo, unreachable: true }];
  } finally {
    await store.destroy();
  }
}

function checkVersion(version: string): Check {
  const found = { en: `PostgreSQL ${version}`, ko: `PostgreSQL ${version}` };
  if (Number.parseInt(version, 10) >= leastMajor) return { id: 'postgres', status: 'ok', found };
  const todo = {
    en: `Upgrade to PostgreSQL ${leastMajor} or newer.`,
    ko: `PostgreSQL ${leastMajor} 이상으로 올리세요.`,
  };
  return { id: 'postgres', status: 'fail', found, todo };
}

async function checkMigrations(store: Store): Promise<Check> {
  const pending = await listPendingMigrations(store);
  if (pending.length === 0) {
    return { id: 'migrations', status: 'ok', found: { en: 'the newest schema', ko: '최신 스키마' } };
  }
  const found = { en: `not applied: ${pending.join(', ')}`, ko: `적용되지 않음: ${pending.join(', ')}` };
  const todo = {
    en: 'Start a server, worker or dispatcher of this version: each applies them.',
    ko: '이 버전의 서버, 워커, 디스패처 중 하나를 시작하면 적용됩니다.',
  };
  return { id: 'migrations', status: 'warn', found, todo };
}

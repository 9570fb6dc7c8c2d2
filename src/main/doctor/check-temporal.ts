// Does Temporal answer, with our namespace and search attributes, and can it skip time?

import type { Check } from '../../cli/doctor/check.ts';
import { EmbeddedError } from '../../embedded/embedded-error.ts';
import { inspectTemporal } from '../../embedded/temporal-server.ts';

export async function checkTemporal(
  server: { readonly address: string; readonly namespace: string } | undefined,
): Promise<readonly Check[]> {
  if (server === undefined) {
    const found = {
      en: 'not configured, and no stack runs here',
      ko: '설정되지 않았고 실행 중인 스택도 없음',
    };
    const todo = {
      en: 'Nothing to do for `jornada dev`, which brings its own. In production set TEMPORAL_ADDRESS.',
      ko: '`jornada dev`는 자체 서버를 쓰므로 할 일이 없습니다. 운영 환경에서는 TEMPORAL_ADDRESS를 지정하세요.',
    };
    return [{ id: 'temporal', status: 'warn', found, todo }];
  }
  try {
    const { version, missing, canSkipTime } = await inspectTemporal(server);
    const found = {
      en: `Temporal ${version}, namespace ${server.namespace}`,
      ko: `Temporal ${version}, 네임스페이스 ${server.namespace}`,
    };
    return [{ id: 'temporal', status: 'ok', found }, toAttributes(missing), toSkipping(canSkipTime)];
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    const todo = {
      en: 'Start Temporal, or correct TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.',
      ko: 'Temporal을 시작하거나 TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE를 고치세요.',
    };
    return [{ id: 'temporal', status: 'fail', found: error.text, todo, unreachable: true }];
  }
}

function toAttributes(missing: readonly string[]): Check {
  if (missing.length === 0) {
    return { id: 'search-attributes', status: 'ok', found: { en: 'all there', ko: '모두 있음' } };
  }
  const found = { en: `missing: ${missing.join(', ')}`, ko: `없음: ${missing.join(', ')}` };
  const todo = {
    en: 'A starting role adds them; on Temporal Cloud add them in its settings.',
    ko: '서버나 워커가 시작할 때 추가합니다. Temporal Cloud에서는 설정에서 추가하세요.',
  };
  return { id: 'search-attributes', status: 'warn', found, todo };
}

function toSkipping(canSkipTime: boolean): Check {
  if (canSkipTime) {
    return { id: 'time-skipping', status: 'ok', found: { en: 'rehearsals work here', ko: '리허설 가능' } };
  }
  const found = { en: 'this server can not skip time', ko: '이 서버는 시간을 건너뛸 수 없음' };
  const todo = {
    en: 'Only rehearsals need it: run them on a server 1.32 or newer, or on ours.',
    ko: '리허설에만 필요합니다. 1.32 이상의 서버나 내장 서버에서 실행하세요.',
  };
  return { id: 'time-skipping', status: 'warn', found, todo };
}

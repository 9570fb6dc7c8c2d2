// The account (WABA) of a number: may the token manage it, does an app get its webhooks, can any template be sent?

import { z } from 'zod';
import type { Check } from '../../../cli/doctor/check.ts';
import { checkByGraph, type GraphAccess, type Told } from './ask-graph.ts';

const account = z.object({ id: z.string() });
const apps = z.object({ data: z.array(z.unknown()) });
const templates = z.object({
  data: z.array(z.object({ name: z.string(), language: z.string(), status: z.string() })),
});

export function checkAccount(access: GraphAccess, accountId: string): Promise<readonly Check[]> {
  return Promise.all([
    checkByGraph(access, 'account', { path: accountId, schema: account, tell: tellAccount }),
    checkByGraph(access, 'webhook-subscription', {
      path: `${accountId}/subscribed_apps`,
      schema: apps,
      tell: ({ data }) => tellSubscription(data.length),
    }),
    checkByGraph(access, 'templates', {
      path: `${accountId}/message_templates?limit=250`,
      schema: templates,
      tell: ({ data }) => tellTemplates(data),
    }),
  ]);
}

function tellAccount(): Told {
  return {
    status: 'ok',
    found: { en: 'the token may manage the account', ko: '토큰으로 계정을 관리할 수 있음' },
  };
}

function tellSubscription(count: number): Told {
  if (count > 0)
    return { status: 'ok', found: { en: `${count} app(s) get webhooks`, ko: `웹훅을 받는 앱 ${count}개` } };
  const todo = {
    en: 'Subscribe your app to the account (POST /{account}/subscribed_apps): without it no evidence comes.',
    ko: '앱을 계정에 구독시키세요(POST /{계정}/subscribed_apps). 그러지 않으면 증거가 오지 않습니다.',
  };
  return { status: 'fail', found: { en: 'no app gets webhooks', ko: '웹훅을 받는 앱이 없음' }, todo };
}

function tellTemplates(list: z.output<typeof templates>['data']): Told {
  const bad = list.filter(({ status }) => status !== 'APPROVED');
  const approved = list.length - bad.length;
  const found = {
    en: `${approved} of ${list.length} templates are approved`,
    ko: `템플릿 ${list.length}개 중 ${approved}개 승인됨`,
  };
  if (approved === 0) return { status: 'warn', found, todo: noTemplate };
  if (bad.length === 0) return { status: 'ok', found };
  const names = bad.map(({ name, language, status }) => `${name} (${language}): ${status}`).join(', ');
  const todo = {
    en: `Messages of these are not sent: ${names}`,
    ko: `다음 템플릿의 메시지는 보내지 않습니다: ${names}`,
  };
  return { status: 'warn', found, todo };
}

const noTemplate = {
  en: 'Have a template approved: without one you can only answer, within 24 hours of what a person wrote.',
  ko: '템플릿을 승인받으세요. 없으면 상대가 쓴 뒤 24시간 안에 답장만 할 수 있습니다.',
};

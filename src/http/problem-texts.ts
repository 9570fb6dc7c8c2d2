// Status and words of every problem, in English and Korean. Exhaustive by type: a code without words does not
// compile.

import type { PersonProblemCode } from '../people/person-input.ts';
import type { AppErrorCode } from './app-error.ts';
import type { Language, ProblemText } from './problem-text.ts';
import { accessProblemTexts } from './problem-texts/access.ts';
import { draftProblemTexts } from './problem-texts/drafts.ts';
import { rehearsalProblemTexts } from './problem-texts/rehearsals.ts';

export const problemTexts: { readonly [Code in AppErrorCode]: ProblemText } = {
  ...draftProblemTexts,
  ...accessProblemTexts,
  ...rehearsalProblemTexts,
  BODY_DEPTH: {
    status: 400,
    title: { en: 'The body nests too deep.', ko: '본문의 중첩이 너무 깊습니다.' },
    hint: {
      en: 'Webhooks may nest 64 levels; those of Meta nest about ten.',
      ko: '웹훅은 64단계까지 중첩할 수 있습니다. Meta의 웹훅은 10단계 정도입니다.',
    },
  },
  BODY_JSON: {
    status: 400,
    title: { en: 'The body is not JSON.', ko: '본문이 JSON이 아닙니다.' },
    hint: { en: 'Send valid JSON in UTF-8.', ko: 'UTF-8로 된 올바른 JSON을 보내세요.' },
  },
  BODY_MEDIA_TYPE: {
    status: 415,
    title: { en: 'The body has a media type we do not take.', ko: '지원하지 않는 본문 형식입니다.' },
    hint: {
      en: 'Send "Content-Type: application/json".',
      ko: '"Content-Type: application/json"으로 보내세요.',
    },
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: { en: 'The body is too large.', ko: '본문이 너무 큽니다.' },
    hint: {
      en: 'The API takes up to 1 MB, webhooks and drafts up to 3 MB.',
      ko: 'API는 1MB, 웹훅과 초안은 3MB까지 받습니다.',
    },
  },
  CANARY_UNKNOWN: {
    status: 404,
    title: {
      en: 'No message of such a node has gone ahead yet.',
      ko: '이 노드에서 먼저 나간 메시지가 아직 없습니다.',
    },
    hint: {
      en: 'Name a node with "canary"; see GET /v1/journeys/:id/canaries.',
      ko: '"canary"가 있는 노드를 지정하세요. GET /v1/journeys/:id/canaries를 확인하세요.',
    },
  },
  EVENT_RESERVED: {
    status: 422,
    title: {
      en: 'Jornada tells this event itself.',
      ko: '이 이벤트는 Jornada가 직접 알립니다.',
    },
    hint: {
      en: 'Give your event another name: "whatsapp.inbound" and "message.late" come from what happens.',
      ko: '다른 이름을 쓰세요. "whatsapp.inbound"와 "message.late"는 실제로 일어난 일에서만 나옵니다.',
    },
  },
  INPUT_INVALID: {
    status: 422,
    title: { en: 'The request has values that are not valid.', ko: '요청에 올바르지 않은 값이 있습니다.' },
    hint: { en: 'See "errors" for each place.', ko: '"errors"에서 각 위치를 확인하세요.' },
  },
  INTERNAL: {
    status: 500,
    title: { en: 'Something failed on our side.', ko: '서버에서 오류가 발생했습니다.' },
    hint: {
      en: 'Try again; if it stays, look for the request id in the log.',
      ko: '다시 시도하세요. 계속되면 로그에서 요청 번호를 찾아보세요.',
    },
  },
  JOURNEY_INVALID: {
    status: 422,
    title: {
      en: 'The journey has errors and was not published.',
      ko: '여정에 오류가 있어 게시하지 않았습니다.',
    },
    hint: { en: 'See "errors" with lines and columns.', ko: '"errors"에서 줄과 열을 확인하세요.' },
  },
  JOURNEY_UNKNOWN: {
    status: 404,
    title: { en: 'There is no published journey of this id.', ko: '이 id로 게시된 여정이 없습니다.' },
    hint: { en: 'Publish it with POST /v1/journeys.', ko: 'POST /v1/journeys로 먼저 게시하세요.' },
  },
  PERSON_TAKEN: {
    status: 409,
    title: { en: 'Another person has this address.', ko: '이 주소는 다른 사람의 것입니다.' },
    hint: {
      en: 'See "field"; clear it at the other person first by setting it to null.',
      ko: '"field"를 확인하고, 먼저 다른 사람의 값을 null로 지우세요.',
    },
  },
  PERSON_UNKNOWN: {
    status: 404,
    title: { en: 'There is no person of this external id.', ko: '이 외부 id를 가진 사람이 없습니다.' },
    hint: { en: 'Create the person with POST /v1/people.', ko: 'POST /v1/people로 먼저 만드세요.' },
  },
  REQUEST_REFUSED: {
    status: 400,
    title: { en: 'The request can not be read.', ko: '요청을 읽을 수 없습니다.' },
    hint: { en: 'Check method, path and headers.', ko: '메서드, 경로, 헤더를 확인하세요.' },
  },
  ROUTE_UNKNOWN: {
    status: 404,
    title: { en: 'There is nothing at this path.', ko: '이 경로에는 아무것도 없습니다.' },
    hint: { en: 'API paths start with /v1.', ko: 'API 경로는 /v1로 시작합니다.' },
  },
  RUN_AGAIN: {
    status: 409,
    title: {
      en: 'The journey does not take this person again yet.',
      ko: '이 여정은 아직 이 사람을 다시 받지 않습니다.',
    },
    hint: { en: 'See "again" in the journey\'s entry.', ko: '여정 entry의 "again"을 확인하세요.' },
  },
  RUN_EXPRESSION: {
    status: 422,
    title: {
      en: "The journey's entry key can not be computed from this event.",
      ko: '이 event로는 여정의 entry key를 계산할 수 없습니다.',
    },
    hint: {
      en: 'Send the fields that "entry.key" reads in "event", or a "key".',
      ko: '"entry.key"가 읽는 필드를 "event"에 넣거나 "key"를 보내세요.',
    },
  },
  RUN_LIVE: {
    status: 409,
    title: { en: 'This person is in this journey already.', ko: '이 사람은 이미 이 여정에 있습니다.' },
    hint: {
      en: 'See "run"; wait for its end, or use another "key".',
      ko: '"run"이 끝나기를 기다리거나 다른 "key"를 쓰세요.',
    },
  },
  RUN_UNKNOWN: {
    status: 404,
    title: { en: 'There is no run of this id.', ko: '이 id의 실행이 없습니다.' },
    hint: { en: 'Run ids start with "run_".', ko: '실행 id는 "run_"으로 시작합니다.' },
  },
  RUNS_UNAVAILABLE: {
    status: 503,
    title: { en: 'The workflow engine does not answer.', ko: '워크플로 엔진이 응답하지 않습니다.' },
    hint: { en: 'Try again in some seconds.', ko: '몇 초 뒤 다시 시도하세요.' },
  },
  SENDER_FREE: {
    status: 409,
    title: {
      en: 'Nothing holds this sender back that an operator could lift.',
      ko: '운영자가 해제할 수 있는 제한이 이 발신자에 없습니다.',
    },
    hint: {
      en: 'GET /v1/senders/{id} shows what holds; a restriction of Meta’s with an end holds until then.',
      ko: 'GET /v1/senders/{id}에서 적용 중인 제한을 확인하세요. 종료 시각이 있는 Meta의 제한은 그때까지 유지됩니다.',
    },
  },
  SENDER_UNKNOWN: {
    status: 404,
    title: { en: 'There is no sender of this id.', ko: '이 id의 발신자가 없습니다.' },
    hint: { en: 'GET /v1/senders lists them.', ko: 'GET /v1/senders로 목록을 볼 수 있습니다.' },
  },
  STORE_UNAVAILABLE: {
    status: 503,
    title: { en: 'The database does not answer.', ko: '데이터베이스가 응답하지 않습니다.' },
    hint: { en: 'Try again in some seconds.', ko: '몇 초 뒤 다시 시도하세요.' },
  },
  TEMPLATES_NO_SENDER: {
    status: 409,
    title: {
      en: 'There is no WhatsApp account whose templates could be listed.',
      ko: '템플릿을 조회할 WhatsApp 계정이 없습니다.',
    },
    hint: {
      en: 'Configure a sender with its account id and access token.',
      ko: '계정 id와 액세스 토큰이 있는 발신자를 설정하세요.',
    },
  },
  TEMPLATES_SYNC_FAILED: {
    status: 502,
    title: { en: 'Meta did not list the templates.', ko: 'Meta에서 템플릿 목록을 받지 못했습니다.' },
    hint: {
      en: 'See "metaCode"; `jornada doctor` says what is wrong with the sender. It is tried again at "until".',
      ko: '"metaCode"를 확인하세요. `jornada doctor`가 발신자의 문제를 알려 줍니다. "until"에 다시 시도합니다.',
    },
  },
  TEMPLATES_SYNC_WAITS: {
    status: 429,
    title: {
      en: 'Meta has been asked for templates too often, or in vain.',
      ko: 'Meta에 템플릿을 너무 자주 요청했거나 요청이 실패했습니다.',
    },
    hint: {
      en: 'It is tried again at "until".',
      ko: '"until"에 다시 시도합니다.',
    },
  },
  WEBHOOK_SIGNATURE: {
    status: 401,
    title: { en: 'The webhook is not signed by our app.', ko: '웹훅 서명이 우리 앱의 것이 아닙니다.' },
    hint: {
      en: 'Check the app secret; X-Hub-Signature-256 is made over the raw body.',
      ko: '앱 시크릿을 확인하세요. X-Hub-Signature-256은 원본 본문에 대해 만듭니다.',
    },
  },
  WEBHOOK_VERIFY_TOKEN: {
    status: 403,
    title: { en: 'The verify token is not ours.', ko: '검증 토큰이 일치하지 않습니다.' },
    hint: {
      en: 'Enter the same token at Meta and in the configuration.',
      ko: 'Meta와 설정에 같은 토큰을 넣으세요.',
    },
  },
};

export const personProblemTexts: {
  readonly [Code in PersonProblemCode]: { readonly [language in Language]: string };
} = {
  PERSON_PHONE_FORMAT: {
    en: 'Expected a phone number with its country code, such as +82 10 1234 5678.',
    ko: '+82 10 1234 5678처럼 국가 번호가 있는 전화번호가 필요합니다.',
  },
  PERSON_PHONE_UNKNOWN: {
    en: 'No phone number of this country can look like this.',
    ko: '이 나라에 있을 수 없는 전화번호입니다.',
  },
  PERSON_TIME_ZONE: {
    en: 'Expected an IANA time zone, such as Asia/Seoul.',
    ko: 'Asia/Seoul 같은 IANA 시간대가 필요합니다.',
  },
  PERSON_LOCALE: {
    en: 'Expected a BCP 47 language tag, such as ko or pt-BR.',
    ko: 'ko, pt-BR 같은 BCP 47 언어 태그가 필요합니다.',
  },
  PERSON_ATTRIBUTES_SIZE: {
    en: 'Attributes are limited to 64 KB of JSON.',
    ko: '속성은 JSON으로 64KB까지입니다.',
  },
};

// Who may ask, and from where.

import type { ProblemTexts } from '../problem-text.ts';

export const accessProblemTexts = {
  AUTH_KEY: {
    status: 401,
    title: { en: 'The API key is missing or not valid.', ko: 'API 키가 없거나 올바르지 않습니다.' },
    hint: {
      en: 'Send the header "Authorization: Bearer <key>" or "x-api-key: <key>".',
      ko: '"Authorization: Bearer <키>" 또는 "x-api-key: <키>" 헤더를 보내세요.',
    },
  },
  HOST_UNKNOWN: {
    status: 421,
    title: {
      en: 'This server is not called by that name.',
      ko: '이 서버는 그 이름으로 부를 수 없습니다.',
    },
    hint: {
      en: 'It listens on this machine alone: use localhost or 127.0.0.1, or set JORNADA_PUBLIC_URL.',
      ko: '이 컴퓨터에서만 접속할 수 있습니다. localhost나 127.0.0.1을 쓰거나 JORNADA_PUBLIC_URL을 지정하세요.',
    },
  },
  RATE_LIMITED: {
    status: 429,
    title: { en: 'Too many requests from this address.', ko: '이 주소에서 보낸 요청이 너무 많습니다.' },
    hint: {
      en: 'Wait as long as "Retry-After" says; see JORNADA_REQUESTS_PER_MINUTE.',
      ko: '"Retry-After"만큼 기다리세요. JORNADA_REQUESTS_PER_MINUTE를 확인하세요.',
    },
  },
  SESSION_EXPIRED: {
    status: 401,
    title: { en: 'The session has ended.', ko: '세션이 끝났습니다.' },
    hint: {
      en: 'Open a new link: `jornada open` prints one.',
      ko: '`jornada open`으로 새 링크를 만들어 여세요.',
    },
  },
  SESSION_FORGED: {
    status: 403,
    title: {
      en: 'The request does not come from a page of this session.',
      ko: '이 세션의 페이지에서 보낸 요청이 아닙니다.',
    },
    hint: {
      en: 'Send the "csrfToken" of GET /v1/session as "x-csrf-token", from the same origin.',
      ko: 'GET /v1/session의 "csrfToken"을 "x-csrf-token" 헤더로, 같은 출처에서 보내세요.',
    },
  },
} as const satisfies ProblemTexts;

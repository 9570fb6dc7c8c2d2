// Drafts and versions: what can be wrong with saving, publishing and comparing them.

import type { ProblemTexts } from '../problem-text.ts';

export const draftProblemTexts = {
  DRAFT_ID: {
    status: 422,
    title: {
      en: 'The text is not that of this journey: its "id" is missing or another.',
      ko: '이 여정의 텍스트가 아닙니다. "id"가 없거나 다릅니다.',
    },
    hint: {
      en: 'Set "id" to what stands in "expected", or save it at the address of its own id.',
      ko: '"id"를 "expected"의 값으로 바꾸거나, 텍스트의 id에 해당하는 주소에 저장하세요.',
    },
  },
  DRAFT_STALE: {
    status: 409,
    title: {
      en: 'The draft has been changed since you read it; nothing was stored.',
      ko: '읽은 뒤에 초안이 바뀌었습니다. 아무것도 저장하지 않았습니다.',
    },
    hint: {
      en: 'Compare yours with "current", and save with If-Match and its revision.',
      ko: '내용을 "current"와 비교한 뒤, 그 revision을 If-Match에 넣어 저장하세요.',
    },
  },
  DRAFT_TEXT: {
    status: 422,
    title: {
      en: 'The text of a draft has to be JSON; nothing was stored.',
      ko: '초안의 텍스트는 JSON이어야 합니다. 아무것도 저장하지 않았습니다.',
    },
    hint: {
      en: 'See "errors" with lines and columns; all other errors of a journey may stand in a draft.',
      ko: '"errors"에서 줄과 열을 확인하세요. 그 밖의 여정 오류는 초안에 있어도 됩니다.',
    },
  },
  DRAFT_UNCONDITIONAL: {
    status: 428,
    title: {
      en: 'A draft is only changed by who says which revision they have read.',
      ko: '읽은 revision을 밝혀야 초안을 바꿀 수 있습니다.',
    },
    hint: {
      en: 'Send If-Match with the ETag that you were given, such as "7" with its quotes; for a new draft send If-None-Match: *.',
      ko: '받은 ETag를 따옴표까지 If-Match에 넣어 보내세요(예: "7"). 새 초안이면 If-None-Match: *를 보내세요.',
    },
  },
  DRAFT_UNKNOWN: {
    status: 404,
    title: { en: 'There is no draft of this journey.', ko: '이 여정의 초안이 없습니다.' },
    hint: {
      en: 'Begin one with PUT and If-None-Match: *, from a published version or anew.',
      ko: '게시된 버전에서 시작하거나 새로 쓴 텍스트를 PUT과 If-None-Match: *로 저장하세요.',
    },
  },
  DRAFT_UNSHAPED: {
    status: 422,
    title: {
      en: 'The draft does not have the shape of a journey yet and can not be compared.',
      ko: '초안이 아직 여정의 형태를 갖추지 않아 비교할 수 없습니다.',
    },
    hint: { en: 'See "errors" with lines and columns.', ko: '"errors"에서 줄과 열을 확인하세요.' },
  },
  JOURNEY_WARNINGS: {
    status: 422,
    title: {
      en: 'The journey has warnings that nobody has accepted; it was not published.',
      ko: '확인하지 않은 경고가 있어 여정을 게시하지 않았습니다.',
    },
    hint: {
      en: 'Read "errors"; to publish all the same, send "acceptWarnings": true.',
      ko: '"errors"를 읽어 보고, 그래도 게시하려면 "acceptWarnings": true를 보내세요.',
    },
  },
  VERSION_UNKNOWN: {
    status: 404,
    title: { en: 'The journey has no version of this number.', ko: '이 번호의 버전이 없습니다.' },
    hint: {
      en: 'GET /v1/journeys/{id}/versions lists them.',
      ko: 'GET /v1/journeys/{id}/versions로 목록을 볼 수 있습니다.',
    },
  },
} as const satisfies ProblemTexts;

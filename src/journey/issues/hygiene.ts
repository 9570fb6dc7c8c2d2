// Problems of hygiene: what must not stand in a definition at all, whatever it would do. Facts, severity and prose of
// each code. Facts never repeat a secret. Pure.

import type { Language } from '../issue-prose.ts';
import type { Script } from '../look-alikes.ts';
import type { SecretKind } from '../secrets.ts';
import type { IssueFamily } from './family.ts';

export interface HygieneFacts {
  J601: { readonly kind: SecretKind };
  /** A letter of another script; `letter` is the ASCII one it looks like. */
  J602: { readonly codePoint: string; readonly script: Script; readonly letter: string };
  /** A character that can't be seen, or turns the direction of writing. */
  J603: { readonly codePoint: string };
}

type Words<Word extends string> = { readonly [word in Word]: { readonly [language in Language]: string } };

const secrets: Words<SecretKind> = {
  'meta-token': { en: 'an access token of Meta', ko: 'Meta 액세스 토큰' },
  'bearer-token': { en: 'a bearer token', ko: 'Bearer 토큰' },
  'aws-key': { en: 'an AWS access key', ko: 'AWS 액세스 키' },
  'private-key': { en: 'a private key', ko: '개인 키' },
  jwt: { en: 'a signed token (JWT)', ko: '서명된 토큰(JWT)' },
  'service-key': { en: 'the key of a service', ko: '서비스 키' },
  'url-password': { en: 'a password in a URL', ko: 'URL에 적힌 비밀번호' },
  'url-token': { en: 'a token in a URL', ko: 'URL에 적힌 토큰' },
  'credential-field': { en: 'a credential', ko: '인증 정보' },
};

const scripts: Words<Script> = {
  cyrillic: { en: 'Cyrillic', ko: '키릴' },
  greek: { en: 'Greek', ko: '그리스' },
  'full-width': { en: 'full-width', ko: '전각' },
};

export const hygieneIssues: IssueFamily<HygieneFacts> = {
  J601: {
    severity: 'error',
    en: ({ kind }) => ({
      message: `This looks like ${secrets[kind].en}.`,
      hint: 'Everybody who sees the journey could use it: revoke it. Set the new one as JORNADA_SECRET_NAME for the workers and write {{ secrets.NAME }} in http.request.',
    }),
    ko: ({ kind }) => ({
      message: `${secrets[kind].ko}로 보입니다.`,
      hint: '여정을 보는 누구나 쓸 수 있습니다. 폐기하세요. 새 키는 워커의 JORNADA_SECRET_NAME에 두고 http.request에는 {{ secrets.NAME }}을 쓰세요.',
    }),
  },
  J602: {
    severity: 'error',
    en: ({ codePoint, script, letter }) => ({
      message: `A ${scripts[script].en} letter (${codePoint}) looks like "${letter}" here.`,
      hint: `Write an ordinary "${letter}".`,
    }),
    ko: ({ codePoint, script, letter }) => ({
      message: `${scripts[script].ko} 글자(${codePoint})가 "${letter}"처럼 보입니다.`,
      hint: `보통의 "${letter}"를 쓰세요.`,
    }),
  },
  J603: {
    severity: 'error',
    en: ({ codePoint }) => ({
      message: `There is a character here that can't be seen or that turns the text (${codePoint}).`,
      hint: 'Remove it; it often comes with copied text.',
    }),
    ko: ({ codePoint }) => ({
      message: `보이지 않거나 글 방향을 바꾸는 문자(${codePoint})가 있습니다.`,
      hint: '지우세요. 복사해 붙인 글에 섞여 오곤 합니다.',
    }),
  },
};

// `jornada forecast`: what would come of a journey for a whole audience, before anything is sent.

import { defineCommand } from './command.ts';
import type { ForecastOptions } from './forecast/run-forecast.ts';

export const forecastCommand = defineCommand<ForecastOptions>({
  name: 'forecast',
  about: {
    en: 'simulate a journey for an audience: messages, outcomes, cost, busiest minute, who is left out',
    ko: '대상자 전체로 여정을 시뮬레이션합니다: 메시지, 결과, 비용, 가장 바쁜 1분, 제외되는 사람',
  },
  arguments: [{ name: '<journey>', about: { en: 'the journey', ko: '여정 파일' } }],
  options: [
    {
      flags: '--people <file>',
      required: true,
      about: {
        en: 'CSV with a header: id, phone, email, locale, timeZone; every other column is an attribute',
        ko: '머리글이 있는 CSV: id, phone, email, locale, timeZone. 나머지 열은 속성입니다',
      },
    },
    {
      flags: '--rates <file>',
      about: {
        en: 'how often what happens to messages, as shares; default: round numbers from the docs',
        ko: '메시지에 무슨 일이 얼마나 일어나는지(비율). 기본값: 문서의 어림값',
      },
    },
    {
      flags: '--seed <number>',
      default: '1',
      about: { en: 'the same for the same forecast', ko: '같으면 예측도 같습니다' },
    },
    {
      flags: '--start <instant>',
      about: {
        en: 'when the first enter, ISO 8601; default: now',
        ko: '처음 들어오는 시각(ISO 8601). 기본값: 지금',
      },
    },
    {
      flags: '--over <duration>',
      about: {
        en: 'over how long people come in (2h, P1D); default: all at once',
        ko: '들어오는 기간(2h, P1D). 기본값: 한꺼번에',
      },
    },
    {
      flags: '--event <json>',
      about: { en: 'data of the event that runs are entered by', ko: '여정에 들어오게 한 이벤트의 데이터' },
    },
    {
      flags: '--per-second <number>',
      about: { en: 'messages a second of the WhatsApp sender', ko: 'WhatsApp 발신 번호의 초당 메시지 수' },
    },
  ],
  json: {
    en: 'print one object: {people, entered, excluded, outcomes, steps, messages, fallbacks, cost, busiestMinute, badRows}',
    ko: '객체 하나를 출력합니다: {people, entered, excluded, outcomes, steps, messages, fallbacks, cost, busiestMinute, badRows}',
  },
  examples: ['forecast spring-sale.json --people people.csv --rates last-month.json --seed 1'],
  run: async (input, context) => (await import('./forecast/run-forecast.ts')).runForecast(input, context),
});

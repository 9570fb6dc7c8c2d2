// `jornada doctor`: is everything there that Jornada stands on?

import { defineCommand } from './command.ts';
import type { DoctorFlags } from './doctor/run-doctor.ts';
import { serverOptions } from './server/with-server.ts';

export const doctorCommand = defineCommand<DoctorFlags>({
  name: 'doctor',
  about: {
    en: 'check what Jornada stands on: Node, PostgreSQL, Temporal, the WhatsApp sender, webhooks, clocks, secrets',
    ko: 'Jornada가 의존하는 것을 점검합니다: Node, PostgreSQL, Temporal, WhatsApp 발신 번호, 웹훅, 시계, 비밀 값',
  },
  options: [...serverOptions],
  json: {
    en: 'print one object: {ok, checks: [{id, status, found, todo}]}',
    ko: '객체 하나를 출력합니다: {ok, checks: [{id, status, found, todo}]}',
  },
  examples: ['doctor', 'doctor --json --url https://jornada.example'],
  run: async (input, context) => (await import('./doctor/run-doctor.ts')).runDoctor(input, context),
});

// What the process tells its caller. Documented in the help; scripts depend on them.

export const exitCodes = { ok: 0, findings: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

// What an emulator throws at the test, demo or person that drives it. Never part of what it answers as a provider.

export type EmulatorErrorCode =
  | 'EMULATOR_INPUT_INVALID'
  | 'EMULATOR_SENDER_UNKNOWN'
  | 'EMULATOR_NOTHING_HELD'
  | 'EMULATOR_MESSAGE_UNKNOWN'
  | 'EMULATOR_TEMPLATE_UNKNOWN'
  | 'EMULATOR_ACCOUNT_UNKNOWN'
  | 'EMULATOR_RULE_UNKNOWN'
  | 'EMULATOR_WEBHOOK_REFUSED';

export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
  readonly code: EmulatorErrorCode;

  constructor(code: EmulatorErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

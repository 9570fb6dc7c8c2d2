// Why a rehearsal could not be played to its end.

export class RehearseError extends Error {
  override readonly name = 'RehearseError';
  readonly code: 'REHEARSE_STEP' | 'REHEARSE_RANDOM' | 'REHEARSE_STUCK' | 'REHEARSE_CLOCK';

  constructor(code: RehearseError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

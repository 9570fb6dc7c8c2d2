// The templates of the emulated accounts, in the order of their creation. In memory only.

import { EmulatorError } from '../../emulator-error.ts';
import { type GivenTemplate, givenTemplateSchema, type Template, type TemplatePatch } from './template.ts';

const FIRST_ID = 400_000_000_000_001;

export interface TemplateKey {
  readonly name: string;
  /** Absent: in every language. */
  readonly language?: string | undefined;
  /** Absent: in every account. */
  readonly accountId?: string | undefined;
}

/** Why the platform itself changed a template, in the words of the webhook that tells it (F§2.5). */
export type ChangeCause = 'FIRST_PAUSE' | 'SECOND_PAUSE' | 'RATE_LIMITING_PAUSE' | 'UNPAUSE' | 'DISABLED';

export interface TemplateChange {
  readonly before: Template;
  readonly after: Template;
  /** What was set, also where it was so before. */
  readonly patch: Partial<Template>;
  readonly cause: ChangeCause | undefined;
}

export class TemplateRegistry {
  readonly #onChange: ((change: TemplateChange) => void) | undefined;
  #templates: readonly Template[] = [];
  #count = 0;

  /** @param onChange hears of each change after it was made */
  constructor(onChange?: (change: TemplateChange) => void) {
    this.#onChange = onChange;
  }

  /** It takes the place of the account's template of that name and language. */
  add(accountId: string, given: GivenTemplate, ttlSeconds: number | null = null): Template {
    const template: Template = {
      ...givenTemplateSchema.parse(given),
      id: String(FIRST_ID + this.#count),
      accountId,
      parameterFormat: given.parameterFormat ?? 'POSITIONAL',
      qualityScore: 'UNKNOWN',
      rejectedReason: 'NONE',
      isSyncing: false,
      ttlSeconds,
    };
    this.#count += 1;
    const { name, language } = template;
    const others = this.#templates.filter(
      (one) => !this.matching({ name, language, accountId }).includes(one),
    );
    this.#templates = [...others, template];
    return template;
  }

  /** Those of an account, oldest first. */
  list(accountId: string): readonly Template[] {
    return this.#templates.filter((template) => template.accountId === accountId);
  }

  matching({ name, language, accountId }: TemplateKey): readonly Template[] {
    return this.#templates.filter(
      (template) =>
        template.name === name &&
        (language === undefined || template.language === language) &&
        (accountId === undefined || template.accountId === accountId),
    );
  }

  findById(id: string): Template | undefined {
    return this.#templates.find((template) => template.id === id);
  }

  /** Changes one template; unknown ids are left alone. `cause`: the platform did it by itself. */
  change(id: string, patch: Partial<Omit<Template, 'id' | 'accountId'>>, cause?: ChangeCause): void {
    const before = this.findById(id);
    if (before === undefined) return;
    const after = { ...before, ...patch };
    this.#templates = this.#templates.map((template) => (template === before ? after : template));
    this.#onChange?.({ before, after, patch, cause });
  }

  /**
   * Changes a template in every language and account that the key leaves open.
   * @throws EmulatorError EMULATOR_TEMPLATE_UNKNOWN
   */
  changeMatching(key: TemplateKey, patch: TemplatePatch): readonly Template[] {
    const known = this.matching(key);
    if (known.length === 0) {
      throw new EmulatorError(
        'EMULATOR_TEMPLATE_UNKNOWN',
        'No account has this template; add it with POST /_emulator/accounts/:id/templates.',
      );
    }
    for (const { id } of known) this.change(id, patch);
    return known;
  }

  delete(templates: readonly Template[]): void {
    const gone = new Set(templates.map(({ id }) => id));
    this.#templates = this.#templates.filter(({ id }) => !gone.has(id));
  }

  clear(): void {
    this.#templates = [];
  }
}

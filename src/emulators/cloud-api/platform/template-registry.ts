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

export class TemplateRegistry {
  #templates: readonly Template[] = [];
  #count = 0;

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
    this.#templates = [...this.#templates, template];
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

  /** Changes one template; unknown ids are left alone. */
  change(id: string, patch: Partial<Omit<Template, 'id' | 'accountId'>>): void {
    this.#templates = this.#templates.map((template) =>
      template.id === id ? { ...template, ...patch } : template,
    );
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

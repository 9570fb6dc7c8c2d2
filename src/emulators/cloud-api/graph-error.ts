// An error as the Graph API answers it (F§1.4). Thrown by the routes and written by the server's error handler.

import { randomBytes } from 'node:crypto';
import { findErrorText } from './error-texts.ts';

export interface GraphErrorInit {
  readonly code: number;
  readonly httpStatus?: number | undefined;
  /** Replaces the title of the code's row. */
  readonly title?: string;
  readonly details?: string | undefined;
  readonly subcode?: number;
  readonly type?: 'OAuthException' | 'GraphMethodException';
  /** Authentication and routing errors come from Graph itself and have no `error_data`. */
  readonly plain?: true;
  readonly retryAfterSeconds?: number | undefined;
  /** Words for people, which management calls add. */
  readonly forUser?: { readonly title: string; readonly message: string };
}

export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  readonly httpStatus: number;
  readonly retryAfterSeconds: number | undefined;
  readonly #init: GraphErrorInit;

  constructor(init: GraphErrorInit) {
    const text = findErrorText(init.code);
    super(init.plain ? (init.title ?? text.title) : `(#${init.code}) ${init.title ?? text.title}`);
    this.code = init.code;
    this.httpStatus = init.httpStatus ?? text.httpStatus;
    this.retryAfterSeconds = init.retryAfterSeconds;
    this.#init = init;
  }

  toBody(): Record<string, unknown> {
    const { code, subcode, type, plain, details, forUser } = this.#init;
    return {
      error: {
        message: this.message,
        type: type ?? 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(forUser && {
          is_transient: false,
          error_user_title: forUser.title,
          error_user_msg: forUser.message,
        }),
        ...(plain
          ? {}
          : {
              error_data: {
                messaging_product: 'whatsapp',
                details: details ?? findErrorText(code).details,
              },
            }),
        fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
      },
    };
  }
}

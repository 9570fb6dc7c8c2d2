// Speaks to a started Cloud API emulator as a business's server would: real HTTP, nothing shared. For emulator tests.

import { request } from 'undici';
import type { CloudApiEmulator } from '../../src/emulators/cloud-api/start-cloud-api.ts';

export interface CloudAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: {
    readonly contacts?: readonly {
      readonly input: string;
      readonly wa_id?: string;
      readonly user_id?: string;
    }[];
    readonly messages?: readonly { readonly id: string; readonly message_status?: string }[];
    readonly error?: {
      readonly message: string;
      readonly type: string;
      readonly code: number;
      readonly error_data?: { readonly messaging_product: string; readonly details: string };
      readonly fbtrace_id: string;
    };
  };
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly [field: string]: unknown;
    readonly data?: readonly Readonly<Record<string, unknown>>[];
    readonly paging?: {
      readonly cursors: Record<string, string>;
      readonly next?: string;
      readonly previous?: string;
    };
    readonly error?: { readonly message: string; readonly code: number; readonly error_subcode?: number };
  };
}

export class CloudClient {
  readonly #emulator: CloudApiEmulator;

  constructor(emulator: CloudApiEmulator) {
    this.#emulator = emulator;
  }

  /** @param to a phone number or a business-scoped id */
  template(to: string, token?: string, name = 'spring_sale'): Promise<CloudAnswer> {
    return this.post({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...(/^[A-Z]{2}\./.test(to) ? { recipient: to } : { to }),
      type: 'template',
      template: {
        name,
        language: { code: 'ko' },
        components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ada' }] }],
      },
      ...(token === undefined ? {} : { biz_opaque_callback_data: token }),
    });
  }

  text(to: string, body: string): Promise<CloudAnswer> {
    return this.post({ messaging_product: 'whatsapp', to, type: 'text', text: { body } });
  }

  async post(
    body: unknown,
    options: {
      accessToken?: string;
      timeoutMs?: number;
      endpoint?: 'messages' | 'marketing_messages';
    } = {},
  ): Promise<CloudAnswer> {
    const [sender] = this.#emulator.senders;
    const path = `${sender.phoneNumberId}/${options.endpoint ?? 'messages'}`;
    const response = await request(`${this.#emulator.url}/v23.0/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${options.accessToken ?? this.#emulator.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      ...(options.timeoutMs === undefined ? {} : { headersTimeout: options.timeoutMs }),
    });
    return toAnswer(response);
  }

  /** A call to the Graph API besides sending; `path` comes after the version, or is a whole address. */
  async graph(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    options: { body?: unknown; accessToken?: string } = {},
  ): Promise<GraphAnswer> {
    const url = path.startsWith('http') ? path : `${this.#emulator.url}/v23.0/${path}`;
    const { body, accessToken = this.#emulator.accessToken } = options;
    const response = await request(url, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.body.json()) as GraphAnswer['body'];
    return { status: response.statusCode, headers: response.headers, body: answer };
  }

  async control(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) {
    const response = await request(`${this.#emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: (await response.body.json()) as Record<string, unknown> };
  }
}

async function toAnswer(response: Awaited<ReturnType<typeof request>>): Promise<CloudAnswer> {
  const text = await response.body.text();
  const isJson = String(response.headers['content-type']).startsWith('application/json');
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : {},
  };
}

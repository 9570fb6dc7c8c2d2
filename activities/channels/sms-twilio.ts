// SMS through a Twilio-shaped REST API: one POST, one classified answer (DESIGN 7.2). Runs in the worker.

import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { ChannelClient, Delivery, DeliveryRequest } from '../../src/messaging/delivery.ts';
import type { ClosableChannel } from './closable-channel.ts';
import { parseJson } from './parse-json.ts';
import { createPool, defaultLimits, type Exchange, type ExchangeLimits, postOnce } from './post-once.ts';
import { failureOfTwilioCode } from './twilio-errors.ts';

export interface TwilioSmsOptions {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Where Twilio posts statuses; the attempt's token is added as `token`. */
  readonly statusCallbackUrl?: string;
  readonly dispatcher?: Dispatcher;
  readonly limits?: Partial<ExchangeLimits>;
}

/** The client. The sender's provider id is a number, or a messaging service (`MG…`). */
export function createTwilioSms(options: TwilioSmsOptions): ClosableChannel {
  const limits = { ...defaultLimits, ...options.limits };
  const pool = options.dispatcher ?? createPool(limits);
  const account = encodeURIComponent(options.accountSid);
  const credentials = Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64');
  const deliver: ChannelClient['deliver'] = async (request) => {
    if (request.message.channel !== 'sms') return refusedByUs('wrong_channel');
    if (request.to.phone === undefined) return refusedByUs('no-recipient');
    const exchange = await postOnce(pool, limits, () => ({
      method: 'POST',
      url: `${options.baseUrl}/2010-04-01/Accounts/${account}/Messages.json`,
      headers: {
        authorization: `Basic ${credentials}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: toForm(request, options.statusCallbackUrl).toString(),
      signal: request.signal,
    }));
    return classify(exchange);
  };
  return {
    channel: 'sms',
    deliver,
    close: async () => {
      if (options.dispatcher === undefined) await pool.close();
    },
  };
}

function toForm({ sender, to, message, token }: DeliveryRequest, callbackUrl?: string): URLSearchParams {
  const form = new URLSearchParams();
  form.set('To', to.phone ?? '');
  form.set(sender.providerId.startsWith('MG') ? 'MessagingServiceSid' : 'From', sender.providerId);
  form.set('Body', message.channel === 'sms' ? message.text : '');
  if (callbackUrl !== undefined) {
    const url = new URL(callbackUrl);
    url.searchParams.set('token', token);
    form.set('StatusCallback', url.href);
  }
  return form;
}

const acceptedShape = z.looseObject({ sid: z.string().min(1) });
const errorShape = z.looseObject({ code: z.int() });

function classify(exchange: Exchange): Delivery {
  if (exchange.result !== 'answered') return exchange;
  const { status, body, retryAfterMs } = exchange;
  const json = parseJson(body);
  const succeeded = status >= 200 && status < 300;
  const accepted = succeeded ? acceptedShape.safeParse(json).data : undefined;
  if (accepted !== undefined) {
    return { result: 'accepted', providerMessageId: accepted.sid, httpStatus: status };
  }
  const error = succeeded ? undefined : errorShape.safeParse(json).data;
  if (error === undefined) return { result: 'unknown', reason: `http_${status}`, httpStatus: status };
  const failure = failureOfTwilioCode(error.code, status);
  return {
    result: 'refused',
    failure: retryAfterMs === undefined ? failure : { ...failure, retryAfterMs },
    httpStatus: status,
  };
}

/** `httpStatus` 0: nobody was asked. */
function refusedByUs(code: string): Delivery {
  return { result: 'refused', failure: { code, outcome: 'invalid', retry: 'never' }, httpStatus: 0 };
}

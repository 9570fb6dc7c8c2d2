// Interactive messages (F§1.3): header, body and footer around an action; the type decides which action.

import * as z from 'zod';
import { atMost, oneTo } from './characters.ts';
import {
  addressAction,
  bareAction,
  buttonsAction,
  catalogAction,
  ctaUrlAction,
  flowAction,
  listAction,
  orderDetailsAction,
  orderStatusAction,
  productAction,
  productListAction,
  voiceCallAction,
} from './interactive-actions.ts';
import { documentObject, imageObject, videoObject } from './media.ts';

const subText = atMost(60).optional();
const textHeader = z.strictObject({
  type: z.literal('text'),
  text: oneTo(60),
  sub_text: subText,
});
const header = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: imageObject, sub_text: subText }),
  z.strictObject({ type: z.literal('video'), video: videoObject, sub_text: subText }),
  z.strictObject({ type: z.literal('document'), document: documentObject, sub_text: subText }),
]);
const body = z.strictObject({ text: oneTo(1024) });
const footer = z.strictObject({ text: oneTo(60) }).optional();

const framed = { header: header.optional(), body, footer };
/** These have no media above them. */
const plain = { body, footer };

export const interactiveObject = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('button'), ...framed, action: buttonsAction }),
  z.strictObject({ type: z.literal('list'), ...framed, header: textHeader.optional(), action: listAction }),
  z.strictObject({ type: z.literal('cta_url'), ...framed, action: ctaUrlAction }),
  z.strictObject({ type: z.literal('flow'), ...framed, action: flowAction }),
  z.strictObject({ type: z.literal('product'), body: body.optional(), footer, action: productAction }),
  z.strictObject({
    type: z.literal('product_list'),
    ...framed,
    header: textHeader,
    action: productListAction,
  }),
  z.strictObject({ type: z.literal('catalog_message'), ...plain, action: catalogAction }),
  z.strictObject({ type: z.literal('order_details'), ...framed, action: orderDetailsAction }),
  z.strictObject({ type: z.literal('order_status'), ...plain, action: orderStatusAction }),
  z.strictObject({ type: z.literal('address_message'), ...framed, action: addressAction }),
  z.strictObject({ type: z.literal('voice_call'), ...plain, action: voiceCallAction }),
  z.strictObject({
    type: z.literal('location_request_message'),
    ...plain,
    action: bareAction('send_location'),
  }),
  z.strictObject({
    type: z.literal('call_permission_request'),
    body: body.optional(),
    footer,
    action: bareAction('call_permission_request'),
  }),
  z.strictObject({
    /** Its webhook says `contact_request`, the message and its action this (an independent client library has it so too). */
    type: z.literal('request_contact_info'),
    ...plain,
    action: bareAction('request_contact_info'),
  }),
]);

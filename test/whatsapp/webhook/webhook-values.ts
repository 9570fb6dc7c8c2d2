// Webhooks as Meta sends them, in few words.

export const metadata = { display_phone_number: '15550001111', phone_number_id: '1001' };

export const envelope = (value: object, field = 'messages') => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '9', changes: [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }] }],
});

export const status = (more: object = {}) => ({
  id: 'wamid.one',
  status: 'delivered',
  timestamp: '1750000000',
  recipient_id: '821012345678',
  biz_opaque_callback_data: 'tok_1',
  ...more,
});

export const inbound = (more: object = {}) => ({
  id: 'wamid.in',
  from: '821012345678',
  timestamp: '1750000000',
  type: 'text',
  text: { body: 'hello' },
  ...more,
});

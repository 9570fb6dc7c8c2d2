// Configs of `whatsapp.template`, one for every part, and the components that each is for.

export const templateBase = { template: 'spring_sale', language: 'ko' };
const name = '{{ person.firstName }}';

const button = (sub_type: string, parameter: object, index = '0') => ({
  type: 'button',
  sub_type,
  index,
  parameters: [parameter],
});

export const templateCases: readonly (readonly [string, Record<string, unknown>, readonly object[]])[] = [
  ['header text', { header: name }, [{ type: 'header', parameters: [{ type: 'text', text: 'Haneul' }] }]],
  [
    'named header text',
    { header: { text: name, name: 'who' } },
    [{ type: 'header', parameters: [{ type: 'text', parameter_name: 'who', text: 'Haneul' }] }],
  ],
  [
    'header image',
    { header: { image: 'https://example.org/{{ event.id }}' } },
    [{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.org/7' } }] }],
  ],
  [
    'header video',
    { header: { video: { id: '1' } } },
    [{ type: 'header', parameters: [{ type: 'video', video: { id: '1' } }] }],
  ],
  [
    'header document',
    { header: { document: { link: 'https://example.org/a', filename: name } } },
    [
      {
        type: 'header',
        parameters: [{ type: 'document', document: { link: 'https://example.org/a', filename: 'Haneul' } }],
      },
    ],
  ],
  [
    'header location',
    { header: { location: { latitude: '{{ event.lat }}', longitude: 1 } } },
    [{ type: 'header', parameters: [{ type: 'location', location: { latitude: 37.5665, longitude: 1 } }] }],
  ],
  [
    'header product',
    { header: { product: { catalog: '1', id: '{{ event.id }}' } } },
    [
      {
        type: 'header',
        parameters: [{ type: 'product', product: { catalog_id: '1', product_retailer_id: '7' } }],
      },
    ],
  ],
  [
    'body in order: text, money, time',
    {
      body: [
        name,
        { currency: 'USD', amount: '{{ event.total }}', shown: 'USD {{ event.total }}' },
        { dateTime: name },
      ],
    },
    [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Haneul' },
          { type: 'currency', currency: { code: 'USD', amount_1000: 12_500, fallback_value: 'USD 12.5' } },
          { type: 'date_time', date_time: { fallback_value: 'Haneul' } },
        ],
      },
    ],
  ],
  [
    'body by name',
    { body: { who: name } },
    [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'who', text: 'Haneul' }] }],
  ],
  [
    'end of a link',
    { buttons: [{ index: 1, text: name }] },
    [button('url', { type: 'text', text: 'Haneul' }, '1')],
  ],
  [
    'quick reply',
    { buttons: [{ index: 0, payload: 'yes' }] },
    [button('quick_reply', { type: 'payload', payload: 'yes' })],
  ],
  [
    'coupon',
    { buttons: [{ index: 0, coupon: 'SPRING{{ event.id }}' }] },
    [button('copy_code', { type: 'coupon_code', coupon_code: 'SPRING7' })],
  ],
  [
    'catalogue',
    { buttons: [{ index: 0, catalog: { thumbnail: '{{ event.id }}' } }] },
    [button('catalog', { type: 'action', action: { thumbnail_product_retailer_id: '7' } })],
  ],
  [
    'products',
    {
      buttons: [
        { index: 0, products: { thumbnail: 'a', sections: [{ title: name, items: ['{{ event.id }}'] }] } },
      ],
    },
    [
      button('mpm', {
        type: 'action',
        action: {
          thumbnail_product_retailer_id: 'a',
          sections: [{ title: 'Haneul', product_items: [{ product_retailer_id: '7' }] }],
        },
      }),
    ],
  ],
  [
    'flow',
    { buttons: [{ index: 0, flow: { token: '{{ event.id }}', data: { who: name } } }] },
    [button('flow', { type: 'action', action: { flow_token: '7', flow_action_data: { who: 'Haneul' } } })],
  ],
  [
    'call',
    { buttons: [{ index: 0, call: { minutes: 60 } }] },
    [button('voice_call', { type: 'ttl_minutes', ttl_minutes: 60 })],
  ],
  [
    'carousel',
    {
      carousel: [
        { header: { image: { id: '1' } }, body: [name], buttons: [{ index: 0, payload: 'first' }] },
        { header: { image: { id: '2' } } },
      ],
    },
    [
      {
        type: 'carousel',
        cards: [
          {
            card_index: 0,
            components: [
              { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
              { type: 'body', parameters: [{ type: 'text', text: 'Haneul' }] },
              button('quick_reply', { type: 'payload', payload: 'first' }),
            ],
          },
          {
            card_index: 1,
            components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '2' } }] }],
          },
        ],
      },
    ],
  ],
  [
    'limited-time offer',
    { offerEnds: '2026-12-24T00:00:0{{ event.id }}Z' },
    [
      {
        type: 'limited_time_offer',
        parameters: [
          {
            type: 'limited_time_offer',
            limited_time_offer: { expiration_time_ms: Date.UTC(2026, 11, 24, 0, 0, 7) },
          },
        ],
      },
    ],
  ],
];

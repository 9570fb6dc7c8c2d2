// Configs of `whatsapp.message`, one of every kind, and the content that each is for.

const name = '{{ person.firstName }}';
const body = { text: 'Haneul?' };

export const messageCases: readonly (readonly [string, Record<string, unknown>, object])[] = [
  ['text', { text: `Hi ${name}` }, { type: 'text', text: { body: 'Hi Haneul' } }],
  [
    'text with a preview',
    { text: 'a', previewUrl: true },
    { type: 'text', text: { body: 'a', preview_url: true } },
  ],
  [
    'image by address',
    { image: 'https://example.org/{{ event.id }}.jpg', text: name },
    { type: 'image', image: { link: 'https://example.org/7.jpg', caption: 'Haneul' } },
  ],
  ['image by id', { image: { id: '{{ event.id }}' } }, { type: 'image', image: { id: '7' } }],
  ['video', { video: { id: '1' }, text: 'a' }, { type: 'video', video: { id: '1', caption: 'a' } }],
  [
    'audio',
    { audio: 'https://example.org/a.ogg' },
    { type: 'audio', audio: { link: 'https://example.org/a.ogg' } },
  ],
  ['sticker', { sticker: { id: '1' } }, { type: 'sticker', sticker: { id: '1' } }],
  [
    'document with a name',
    { document: { link: 'https://example.org/a.pdf', filename: `${name}.pdf` }, text: 'a' },
    {
      type: 'document',
      document: { link: 'https://example.org/a.pdf', filename: 'Haneul.pdf', caption: 'a' },
    },
  ],
  ['document by id', { document: { id: '1' } }, { type: 'document', document: { id: '1' } }],
  [
    'document by address',
    { document: 'https://example.org/a' },
    { type: 'document', document: { link: 'https://example.org/a' } },
  ],
  [
    'location',
    { location: { latitude: '{{ event.lat }}', longitude: 126.978, name: '{{ person.city }}' } },
    { type: 'location', location: { latitude: 37.5665, longitude: 126.978, name: 'Seoul' } },
  ],
  [
    'contacts',
    {
      contacts: [
        {
          name: `${name} Kim`,
          phones: ['+15550100'],
          emails: ['a@example.com'],
          urls: ['https://example.com'],
          company: 'Jornada',
          birthday: '2012-08-18',
        },
        { name: 'B', firstName: name, lastName: 'Lee' },
      ],
    },
    {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Haneul Kim', first_name: 'Haneul Kim' },
          phones: [{ phone: '+15550100' }],
          emails: [{ email: 'a@example.com' }],
          urls: [{ url: 'https://example.com' }],
          org: { company: 'Jornada' },
          birthday: '2012-08-18',
        },
        { name: { formatted_name: 'B', first_name: 'Haneul', last_name: 'Lee' } },
      ],
    },
  ],
  [
    'buttons',
    {
      header: name,
      text: `${name}?`,
      footer: name,
      buttons: [
        { id: 'yes', title: `Yes, ${name}` },
        { id: 'no', title: 'No' },
      ],
    },
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Haneul' },
        body,
        footer: { text: 'Haneul' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'yes', title: 'Yes, Haneul' } },
            { type: 'reply', reply: { id: 'no', title: 'No' } },
          ],
        },
      },
    },
  ],
  [
    'list',
    {
      text: `${name}?`,
      list: {
        button: name,
        sections: [{ title: name, rows: [{ id: 'a', title: name, description: name }] }],
      },
    },
    {
      type: 'interactive',
      interactive: {
        type: 'list',
        body,
        action: {
          button: 'Haneul',
          sections: [{ title: 'Haneul', rows: [{ id: 'a', title: 'Haneul', description: 'Haneul' }] }],
        },
      },
    },
  ],
  [
    'link below a picture',
    {
      header: { image: 'https://example.org/{{ event.id }}' },
      text: `${name}?`,
      link: { title: name, url: 'https://example.org/{{ event.id }}' },
    },
    {
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        header: { type: 'image', image: { link: 'https://example.org/7' } },
        body,
        action: { name: 'cta_url', parameters: { display_text: 'Haneul', url: 'https://example.org/7' } },
      },
    },
  ],
  [
    'flow from its first screen',
    {
      text: `${name}?`,
      flow: { id: '42', title: 'Open', token: '{{ event.id }}', screen: { id: 'FIRST', data: { name } } },
    },
    {
      type: 'interactive',
      interactive: {
        type: 'flow',
        body,
        action: {
          name: 'flow',
          parameters: {
            flow_id: '42',
            flow_message_version: '3',
            flow_cta: 'Open',
            flow_token: '7',
            flow_action: 'navigate',
            flow_action_payload: { screen: 'FIRST', data: { name: 'Haneul' } },
          },
        },
      },
    },
  ],
  [
    'flow that asks its endpoint',
    { text: 'a', flow: { name: 'signup', title: 'Open', draft: true } },
    {
      type: 'interactive',
      interactive: {
        type: 'flow',
        body: { text: 'a' },
        action: {
          name: 'flow',
          parameters: {
            flow_name: 'signup',
            flow_message_version: '3',
            flow_cta: 'Open',
            mode: 'draft',
            flow_action: 'data_exchange',
          },
        },
      },
    },
  ],
  ...(['location', 'contact', 'call'] as const).map(
    (ask, index): [string, Record<string, unknown>, object] => [
      `question for ${ask}`,
      { text: `${name}?`, ask },
      {
        interactive: {
          type: ['location_request_message', 'request_contact_info', 'call_permission_request'][index],
          body,
          action: { name: ['send_location', 'request_contact_info', 'call_permission_request'][index] },
        },
      },
    ],
  ),
  [
    'question for an address',
    { text: `${name}?`, askAddress: { country: 'IN', values: { name, city: 'Delhi' } } },
    {
      interactive: {
        type: 'address_message',
        body,
        action: {
          name: 'address_message',
          parameters: { country: 'IN', values: { name: 'Haneul', city: 'Delhi' } },
        },
      },
    },
  ],
  [
    'call',
    { text: `${name}?`, call: { title: name, minutes: 60 } },
    {
      interactive: {
        type: 'voice_call',
        body,
        action: { name: 'voice_call', parameters: { display_text: 'Haneul', ttl_minutes: 60 } },
      },
    },
  ],
  [
    'product',
    { footer: name, product: { catalog: '1', id: 'sku-{{ event.id }}' } },
    {
      interactive: {
        type: 'product',
        footer: { text: 'Haneul' },
        action: { catalog_id: '1', product_retailer_id: 'sku-7' },
      },
    },
  ],
  [
    'products',
    {
      header: name,
      text: `${name}?`,
      products: { catalog: '1', sections: [{ title: name, items: ['sku-{{ event.id }}'] }] },
    },
    {
      interactive: {
        type: 'product_list',
        header: { type: 'text', text: 'Haneul' },
        body,
        action: {
          catalog_id: '1',
          sections: [{ title: 'Haneul', product_items: [{ product_retailer_id: 'sku-7' }] }],
        },
      },
    },
  ],
  [
    'catalogue',
    { text: `${name}?`, catalog: { thumbnail: 'sku-{{ event.id }}' } },
    {
      interactive: {
        type: 'catalog_message',
        body,
        action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'sku-7' } },
      },
    },
  ],
];

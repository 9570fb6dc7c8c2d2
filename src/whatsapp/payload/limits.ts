// Meta's limits of messages in characters and items, as far as they are known (F§1.3; the OpenAPI description where it
// is more exact). Pure data.

export const limits = {
  text: 4_096,
  caption: 1_024,
  /** Documentation of earlier years said 512; the present one says nothing (F§1.2). */
  token: 512,
  contacts: 5,
  interactive: {
    header: 60,
    body: 1_024,
    footer: 60,
    buttons: 3,
    buttonTitle: 20,
    buttonId: 256,
    linkTitle: 20,
    flowTitle: 30,
    sections: 10,
    sectionTitle: 24,
    /** Over all sections. */
    rows: 10,
    rowTitle: 24,
    rowId: 200,
    rowDescription: 72,
    /** Over all sections. */
    products: 30,
  },
  template: {
    header: 60,
    body: 1_024,
    buttons: 10,
    /** The end of a link, or the longest code. */
    button: 2_000,
    coupon: 15,
    cards: 10,
    cardButtons: 2,
  },
} as const;

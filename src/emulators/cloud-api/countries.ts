// Which country a phone number or a business-scoped id is of, as far as Meta's rules ask (F§4.2, F§5.1). Pure. Calling
// codes are prefix-free, but for +1, which the area code divides.

const CALLING_CODES: Readonly<Record<string, string>> = {
  // European Economic Area, United Kingdom.
  ...{ AT: '43', BE: '32', BG: '359', CY: '357', CZ: '420', DE: '49', DK: '45', EE: '372', ES: '34' },
  ...{ FI: '358', FR: '33', GB: '44', GR: '30', HR: '385', HU: '36', IE: '353', IS: '354', IT: '39' },
  ...{ LI: '423', LT: '370', LU: '352', LV: '371', MT: '356', NL: '31', NO: '47', PL: '48', PT: '351' },
  ...{ RO: '40', SE: '46', SI: '386', SK: '421' },
  // Elsewhere, where many of WhatsApp's people are.
  ...{ JP: '81', KR: '82', BR: '55', MX: '52', IN: '91', ID: '62', PK: '92', NG: '234', ZA: '27', TR: '90' },
  ...{ EG: '20', AR: '54', CO: '57', CL: '56', PE: '51', AU: '61', MY: '60', SG: '65', PH: '63', TH: '66' },
  ...{ VN: '84', TW: '886', HK: '852', IL: '972', AE: '971', SA: '966', KE: '254', UA: '380' },
};

/** Area codes of +1 outside the 50 states: Canada, the Caribbean, US territories. Everything else counts as US. */
export const AREA_CODES_OUTSIDE_US: readonly string[] = [
  // Canada.
  ...'204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438'.split(' '),
  ...'450 460 468 474 506 514 519 537 548 568 579 581 584 587 600 604 613 622 633 639 644 647 655'.split(' '),
  ...'672 677 683 688 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942'.split(' '),
  // The Caribbean and Bermuda.
  ...'242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' '),
  // US territories: Puerto Rico, Virgin Islands, Guam, Northern Marianas, American Samoa.
  ...'787 939 340 671 670 684'.split(' '),
];

interface Ids {
  readonly waId?: string;
  readonly userId?: string;
}

/** ISO 3166 code; `US` for all of +1, whose area code says more; undefined where this table has none. */
export function findCountry({ waId, userId }: Ids): string | undefined {
  if (waId === undefined) return userId?.slice(0, 2);
  if (waId.startsWith('1')) return 'US';
  return Object.entries(CALLING_CODES).find(([, code]) => waId.startsWith(code))?.[0];
}

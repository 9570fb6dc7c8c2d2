// Area codes of country code 1 that are not of the United States: policy data with a date, checked in a test
// against libphonenumber. New area codes are mostly American, so the short, slow-moving list is the right one.

/** Region -> its area codes, as of 2026-11. US territories have regions of their own here, as in Meta's price lists. */
export const areaCodesOutsideUs: { readonly [region: string]: readonly number[] } = {
  CA: [
    204, 226, 236, 249, 250, 257, 263, 273, 289, 306, 343, 354, 365, 367, 368, 382, 387, 403, 416, 418, 428,
    431, 437, 438, 450, 460, 468, 474, 506, 514, 519, 548, 568, 579, 581, 584, 587, 604, 613, 639, 647, 672,
    683, 705, 709, 742, 753, 778, 780, 782, 807, 819, 825, 867, 873, 879, 902, 905, 942,
    // Non-geographic, Canadian.
    600, 622, 633, 644, 655, 677, 688,
  ],
  AG: [268],
  AI: [264],
  AS: [684],
  BB: [246],
  BM: [441],
  BS: [242],
  DM: [767],
  DO: [809, 829, 849],
  GD: [473],
  GU: [671],
  JM: [658, 876],
  KN: [869],
  KY: [345],
  LC: [758],
  MP: [670],
  MS: [664],
  PR: [787, 939],
  SX: [721],
  TC: [649],
  TT: [868],
  VC: [784],
  VG: [284],
  VI: [340],
};

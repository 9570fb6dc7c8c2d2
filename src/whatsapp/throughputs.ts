// Messages a second, in and out, that Meta allows a number, by its kind (F§1.6). `coexistence`: it is used in the WhatsApp
// Business app as well; no webhook says so, whoever sets the sender up does.

export const throughputs = { default: 80, coexistence: 20, upgraded: 1_000 } as const;

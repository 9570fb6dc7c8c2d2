import { createTransport } from 'nodemailer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSmtp } from '../../src/emulators/smtp.ts';

async function startedSmtp() {
  const emulator = await startSmtp();
  const transport = createTransport({ host: emulator.host, port: emulator.port, secure: false });
  onTestFinished(async () => {
    transport.close();
    await emulator.close();
  });
  return { emulator, transport };
}

const mail = {
  from: 'shop@example.com',
  to: 'ada@example.com',
  subject: '봄 세일',
  html: '<p>Hello <b>Ada</b></p>',
  text: 'Hello Ada',
  headers: { 'X-Token': 'opaque' },
};

describe('the SMTP sink', () => {
  test('keeps each accepted mail with its parts and headers', async () => {
    const { emulator, transport } = await startedSmtp();
    await transport.sendMail(mail);
    expect(emulator.received('Ada@example.com')).toMatchObject([
      {
        from: 'shop@example.com',
        to: 'ada@example.com',
        subject: '봄 세일',
        html: '<p>Hello <b>Ada</b></p>',
        headers: { 'x-token': 'opaque' },
      },
    ]);
    expect(emulator.received('bob@example.com')).toEqual([]);
  });

  test('takes a mail and breaks the connection before the answer', async () => {
    const { emulator, transport } = await startedSmtp();
    emulator.follow(mail.to, () => ({ do: 'lose' }));
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ code: 'ECONNECTION' });
    expect(emulator.received(mail.to)).toHaveLength(1);
  });

  test('defers and rejects by script, and then accepts', async () => {
    const { emulator, transport } = await startedSmtp();
    emulator.script('ada@example.com', { do: 'defer' }, { do: 'reject', smtpCode: 553 }, { do: 'accept' });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 553 });
    await transport.sendMail(mail);
    expect(emulator.received('ada@example.com')).toHaveLength(1);
  });
});

// The registry: a node type exists once its line stands here.

import type { AnyNode, Catalogue } from '../../src/node-kit/index.ts';
import { branch } from './branch.ts';
import { delay } from './delay.ts';
import { emailSend } from './email-send.ts';
import { exit } from './exit.ts';
import { goal } from './goal.ts';
import { httpRequest } from './http-request.ts';
import { journeyRun } from './journey-run.ts';
import { note } from './note.ts';
import { personUpdate } from './person-update.ts';
import { set } from './set.ts';
import { smsSend } from './sms-send.ts';
import { split } from './split.ts';
import { throttle } from './throttle.ts';
import { waitEvent } from './wait-event.ts';
import { whatsappMessage } from './whatsapp-message.ts';
import { whatsappReaction } from './whatsapp-reaction.ts';
import { whatsappRead } from './whatsapp-read.ts';
import { whatsappTemplate } from './whatsapp-template.ts';
import { whatsappWaitReply } from './whatsapp-wait-reply.ts';
import { whatsappWaitWindow } from './whatsapp-wait-window.ts';

export const nodeTypes: readonly AnyNode[] = [
  whatsappTemplate,
  whatsappMessage,
  whatsappReaction,
  whatsappRead,
  whatsappWaitReply,
  whatsappWaitWindow,
  smsSend,
  emailSend,
  delay,
  waitEvent,
  branch,
  split,
  throttle,
  set,
  personUpdate,
  journeyRun,
  httpRequest,
  goal,
  exit,
  note,
];

export const catalogue: Catalogue = new Map(nodeTypes.map((node) => [node.type, node]));

import { choice, instant, list, maybe, number, text, to, whole, type Schema } from './schema-parts.js';

const hook = {
  id: text,
  name: text,
  url: text,
  types: list(text),
  owner: { ...text, description: 'Whose rights decide what it is told' },
  madeAt: instant,
  failingSince: maybe(instant),
  offAt: maybe(instant),
  offWhy: maybe(text),
};

/** What the API says of programs that are told of steps. */
export const WEBHOOK_SCHEMAS: Record<string, Schema> = {
  Webhook: whole(hook),
  Webhooks: whole({ types: { ...list(text), description: 'Every step that can be told' }, items: list(to('Webhook')) }),
  WebhookMade: whole({ ...hook, secret: { ...text, description: 'Shown here and nowhere again' } }),
  HookDelivery: whole({
    id: { ...text, description: 'Also the `webhook-id` and the `id` of the event, however often it is sent' },
    type: text,
    ref: { ...maybe(text), description: 'For its owner alone' },
    toldAt: instant,
    status: choice(['waiting', 'delivered', 'failed']),
    attempts: number,
    replays: number,
    triedAt: maybe(instant),
    tookMs: maybe(number),
    answerStatus: maybe(number),
    answer: maybe(text),
    problem: maybe(text),
  }),
  HookDeliveries: whole({ items: list(to('HookDelivery')), next: maybe(text) }),
  HooksMoved: whole({ deliveries: number }),
};

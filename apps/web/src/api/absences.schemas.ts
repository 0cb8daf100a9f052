import { day, list, maybe, text, whole, yes, type Schema } from './schema-parts.js';

const absence = {
  id: text,
  from: day,
  until: day,
  zone: text,
  note: text,
  now: { ...yes, description: 'Whether they are away today' },
  setBy: { ...maybe(text), description: 'Null where the person said it' },
};

/** Schemas of days away. */
export const ABSENCE_SCHEMAS: Record<string, Schema> = {
  Absences: whole({ zone: text, items: list(whole(absence)) }),
  AllAbsences: whole({ items: list(whole({ ...absence, person: text, email: text })) }),
};

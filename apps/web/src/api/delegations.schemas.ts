import { day, list, object, text, to, whole } from './schema-parts.js';

/** Who acts for an approver. */
export const DELEGATION_SCHEMAS = {
  Delegation: whole({ id: text, person: text, from: day, until: day }),
  DelegationList: whole({ items: list(to('Delegation')) }),
  Delegations: whole({
    items: list(to('Delegation')),
    colleagues: list(object({ id: text, name: text, title: text })),
  }),
};

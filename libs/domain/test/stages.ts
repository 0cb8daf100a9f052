import { aCase, aSurge, BY_TWO, type CaseBuilder } from './a-case.js';
import { aContent } from './content.js';
import { anEvent, aSheet, someTerms } from './events.js';

/** Amina has yet to declare, Bruno is cleared, Chen has scored, Dina has a conflict. */
const mixed = (c: CaseBuilder = aCase()) =>
  c
    .appointed('amina', 'bruno', 'chen', 'dina')
    .send('bruno', { type: 'DECLARE', conflict: { declared: false } })
    .send('chen', { type: 'DECLARE', conflict: { declared: false } })
    .send('chen', { type: 'SCORE', scores: aSheet() })
    .send('dina', { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } });
const ask = { type: 'ASK', question: 'Who pays for the second year?' } as const;
const withMoney = (c: CaseBuilder) => c.send('fund', anEvent('ENTER_FUNDING', { facts: c.facts }));
const proposed = () => aCase().funded().send('desk', { type: 'PROPOSE_TOR', content: someTerms() });
const withDocument = (c: CaseBuilder) => c.send('office', anEvent('ATTACH', { facts: c.facts }));
const withHead = (c: CaseBuilder) => c.send('office', anEvent('INVITE_ENDORSERS', { facts: c.facts }));
const inPanel = () =>
  aCase()
    .accepted()
    .send('team', anEvent('ADVISE', { facts: null }))
    .settled();
/** One adviser for Tanzania, which leads, and Fiji. */
const ofSeveral = () =>
  aCase({ content: aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'FJI'] }) });
/** A case in every state that the table of who may do what speaks of. */
export const STAGES = {
  draft: () => withDocument(aCase()),
  draftOfSeveral: () => withDocument(ofSeveral()),
  signedByAll: () => withDocument(ofSeveral()).send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true }),
  endorsersAsked: () => withHead(withDocument(aCase())),
  screening: () => aCase().submitted(),
  returned: () => withDocument(aCase().returned()),
  appointing: () => aCase().accepted(),
  askedByName: () =>
    aCase()
      .accepted()
      .send('desk', anEvent('CONSULT', { facts: null })),
  scoring: () => mixed(),
  allScored: () => aCase().appointed('amina', 'bruno').scored(),
  clarification: () => mixed().send('desk', ask),
  clarificationAfterReveal: () => aCase().revealed().send('chair', ask),
  changeAllowed: () => mixed(withDocument(aCase())).send('chair', { ...ask, mayChange: true }),
  changeInHand: () => mixed(withDocument(aCase())).changed(),
  newVersion: () => mixed().amended(),
  newVersionAfterAdvice: () => mixed(aCase().advised()).amended(),
  revealed: () => aCase().revealed(),
  moderation: () => aCase().inModeration(),
  settledAdviceAwaited: () => aCase().settled(),
  recommendation: inPanel,
  prepared: () => inPanel().send('chair', anEvent('PREPARE_RECOMMENDATION', { facts: null })),
  decision: () => aCase().recommended(),
  decisionOfTwo: () => aCase({ context: BY_TWO }).recommended(),
  offered: () => aCase().offered(),
  offeredToSeveral: () => aCase().offeredToSeveral(),
  optionSigned: () => aCase().offeredToSeveral().send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true }),
  deferred: () => aCase().deferred(),
  awaitingFunds: () => aCase().approved(),
  coveredByMoney: () => withMoney(aCase().approved()),
  arrangements: () => aCase().funded(),
  termsProposed: () => proposed(),
  termsSignedByOhchr: () => proposed().send('desk', { type: 'SIGN_TOR', version: 1 }),
  everythingButHosting: () => aCase().arranged(),
  urgentSurge: () => aSurge().funded(),
  handedOver: () => aCase().handedOver(),
  declined: () => aCase().declined(),
  withdrawn: () => aCase().withdrawn(),
  lapsed: () => aCase().returned().on(70).send('clock', { type: 'LAPSE' }),
  abandoned: () => aCase().send('office', { type: 'ABANDON' }),
} satisfies Record<string, () => CaseBuilder>;

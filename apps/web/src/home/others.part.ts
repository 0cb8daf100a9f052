import type { WithOthers } from '../decision/other-approvers.js';
import { soFar } from '../decision/approvals.presenter.js';
import { placeOf, type Names } from '../request/case-words.js';
import { dueStatus } from '../request/due-words.js';
import type { Times } from '../request/progress.presenter.js';
import { paths } from '../shell/paths.js';
import type { Block } from './blocks.js';

/** What an approver has decided and nobody asks of them any more: how many approvals are in, and who is still asked. */
export function othersBlock(all: readonly WithOthers[], names: Names, { today, calendars }: Times): Block[] {
  if (all.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'with-others',
      title: 'Decided by you, waiting for other approvers',
      columns: [
        { key: 'request', text: 'Request' },
        { key: 'standing', text: 'Where it stands' },
        { key: 'due', text: 'Due' },
      ],
      rows: all.map(({ facts, still }) => ({
        request: {
          text: placeOf(facts.summary.countries, names),
          href: paths.decision(facts.ref),
          note: facts.ref,
        },
        standing: soFar(facts, still),
        due: dueOf(facts, today, calendars),
      })),
      empty: '',
      note: 'Until then you can think again: what you decide anew takes the place of what you decided before.',
    },
  ];
}
const dueOf = (facts: WithOthers['facts'], today: Times['today'], calendars: Times['calendars']) => {
  const clock = facts.clocks.find((c) => c.group === 'decision');
  return clock ? dueStatus(clock, today, calendars) : '';
};

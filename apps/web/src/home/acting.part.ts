import type { ActingFor, Delegation } from '#casework';
import { ROLES } from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import type { Aside } from './blocks.js';

/** Who acts for the person, where they decide in their own right; and for whom the person acts. */
export interface Acting {
  /** Null for who cannot let anybody act for them. */
  given: Delegation[] | null;
  held: ActingFor[];
}

const SAME = (a: string, b: string): string => (a === b ? `on ${date(a)}` : `from ${date(a)} until ${date(b)}`);

/** For whom this person acts today or will, in sentences. */
export const actingSentences = ({ held }: Acting, today: string): string[] =>
  held.map(({ person, role, from, until }) => {
    const as = `for ${person}, ${ROLES[role === 'actingCoordinator' ? 'residentCoordinator' : role]}`;
    const days = from > today ? (until ? SAME(from, until) : `from ${date(from)}`) : until && `until ${date(until)}`;
    return `You ${from > today ? 'will act' : 'act'} ${as}${days ? `, ${days}` : ''}. What you do is recorded so.`;
  });

/** Who acts for this person, and the way to let somebody. */
export function actingAside({ given }: Acting, today: string): Aside[] {
  if (!given) return [];
  const lines = given.map(({ person, from, until }) =>
    from > today ? `${person} will act for you ${SAME(from, until)}.` : `${person} acts for you until ${date(until)}.`,
  );
  return [
    {
      kind: 'words',
      title: 'Acting for you',
      text: lines.join(' ') || 'Nobody acts for you now or later.',
      link: {
        text: given.length ? 'Change who acts for you' : 'Let a colleague act for you',
        href: paths.delegation(),
      },
    },
  ];
}

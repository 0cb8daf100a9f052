/** Names the entry of a panel in calendars for ever: what comes later under this name moves the entry, takes it away or answers it. */
export const entryOfPanel = (round: string, baseUrl: string): string => `panel-${round}@${new URL(baseUrl).hostname}`;

/** The round whose panel an entry is of; null for an entry that was not made here. */
export function roundOfEntry(uid: string, baseUrl: string): string | null {
  const round = /^panel-(\d{4}-[12])@/.exec(uid)?.[1];
  return round && uid === entryOfPanel(round, baseUrl) ? round : null;
}

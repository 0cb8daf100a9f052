/** What keeps the embedded PostgreSQL from running, in words for the person who started it. */
export class PostgresTrouble extends Error {
  override readonly name = 'PostgresTrouble';
}

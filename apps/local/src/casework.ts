/** What the launcher needs of the casework library; loaded late, so that the database starts meanwhile. */
export async function loadCasework() {
  const { prepareDatabase, demonstrationPeople } = await import('#casework');
  return { prepareDatabase, demonstrationPeople };
}

/** A person of the demonstration, as the list at the end of the start shows them. */
export interface DemonstrationPerson {
  name: string;
  role: string;
  place: string;
  email: string;
}

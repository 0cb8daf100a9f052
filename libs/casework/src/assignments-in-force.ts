/** The day in UTC of an instant that is given as a parameter. */
export const dayAt = (instant: string): string => `(${instant}::timestamptz AT TIME ZONE 'UTC')::date`;

/** The day of an instant at the place of an assignment; in UTC where it names none. */
export const dayThere = (alias: string, instant: string): string =>
  `(${instant}::timestamptz AT TIME ZONE coalesce(${alias}.zone, 'UTC'))::date`;

/**
 * Whether an assignment is in force at an instant: between its days, as they are counted at its place. What somebody holds
 * for another is in force only while that other holds it themselves: nobody acts for a coordinator who is one no more.
 */
export function inForceAt(alias: string, instant: string): string {
  const day = dayThere(alias, instant);
  const on = (a: string) => `${a}.valid_from <= ${day} AND (${a}.valid_until IS NULL OR ${a}.valid_until >= ${day})`;
  return `${on(alias)} AND (${alias}.acting_for_id IS NULL OR EXISTS (SELECT FROM assignment g
    WHERE g.person_id = ${alias}.acting_for_id AND g.acting_for_id IS NULL AND g.countries @> ${alias}.countries AND g.regions @> ${alias}.regions
      AND g.role = CASE ${alias}.role WHEN 'actingCoordinator' THEN 'residentCoordinator' ELSE ${alias}.role END AND ${on('g')}))`;
}

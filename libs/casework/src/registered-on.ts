/** The countries with which a person has a conflict on a day, as a list of codes; `p` is the person, `day` an SQL expression. */
export const conflictsOn = (day: string): string =>
  `(SELECT array_agg(DISTINCT k.country ORDER BY k.country) FROM registered_conflict k
     WHERE k.person_id = p.id AND k.valid_from <= ${day} AND (k.valid_until IS NULL OR k.valid_until >= ${day}))`;

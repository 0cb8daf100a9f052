/** Cases of every kind, as a table of a query: what reads the record, clocks and mail of any of them joins this by its id. */
export const ALL_CASES = `(SELECT id, ref, revision, facts, 'request' AS kind FROM request
    UNION ALL SELECT id, ref, revision, facts, 'deployment' FROM deployment)`;

import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Inserts or updates rows in one statement; rows that say the same already are not written again. */
export async function upsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const editable = columns.some((column) => column.databaseName === 'edited_at');
  const loaded = columns.filter((column) => column.databaseName !== 'edited_at');
  await manager
    .createQueryBuilder()
    .insert()
    .into(
      entity,
      loaded.map((column) => column.propertyName),
    )
    .values(rows as Row[])
    .orUpdate(
      loaded.filter((column) => !column.isPrimary).map((column) => column.databaseName),
      loaded.filter((column) => column.isPrimary).map((column) => column.databaseName),
      {
        skipUpdateIfNoValuesChanged: true,
        // What an administrator has changed is theirs.
        ...(editable && { overwriteCondition: { where: `${tableName}.edited_at IS NULL` } }),
      },
    )
    .updateEntity(false)
    .execute();
}

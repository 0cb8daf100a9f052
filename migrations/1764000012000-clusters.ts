import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which regional office leads the cluster of posts that a post belongs to, where lists can ask for it. */
export class Clusters1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployment ADD COLUMN cluster text;
      UPDATE deployment SET cluster = facts->'post'->>'cluster';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deployment DROP COLUMN cluster;');
  }
}

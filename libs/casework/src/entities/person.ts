import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who signs in or receives mail. What they may do stands in their assignments. */
@Entity({ name: 'person' })
@Unique('person_email_key', ['email'])
@Unique('person_subject_key', ['subject'])
@Check('person_email_check', 'email = lower(email)')
@Check('person_working_languages_check', `working_languages <@ ARRAY['en', 'fr', 'es']`)
export class Person {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'person_pkey' })
  id: string;

  /** In lower case: the name under which people are found. */
  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'title', type: 'text', default: '' })
  title: string;

  /** The language of mails and letters to this person. */
  @Column({ name: 'language', type: 'varchar', length: 2, default: 'en' })
  language: string;

  /** The languages in which they work; where none is kept, the one in which they are written to. */
  @Column({ name: 'working_languages', type: 'text', array: true, default: () => "'{}'" })
  workingLanguages: string[];

  /** The person at the identity provider, once they have signed in there. */
  @Column({ name: 'subject', type: 'text', nullable: true })
  subject: string | null;

  /** An invention for the demonstration. */
  @Column({ name: 'illustrative', type: 'boolean', default: false })
  illustrative: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

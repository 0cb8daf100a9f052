import { Injectable } from '@nestjs/common';
import { ConsultationStates, ReferenceData, RegionalOptions, type CaseView, type SignedIn } from '#casework';
import { ownConsultees } from '#domain';
import { optionsFor } from './options-for.js';

/** What the page of advice takes from elsewhere: the options of the region; and that it was opened is noted. */
@Injectable()
export class AdviceDesk {
  constructor(
    readonly reference: ReferenceData,
    private readonly options: RegionalOptions,
    private readonly states: ConsultationStates,
  ) {}

  /** The options that may go with this person's advice. */
  async optionsFor({ facts }: CaseView, me: SignedIn) {
    return optionsFor(facts, me, await this.options.list(me), this.reference.regionOf);
  }

  /** Notes that the parties for which this person may answer have read what they are asked; the first opening counts. */
  async noteReading({ facts }: CaseView, me: SignedIn): Promise<void> {
    await this.states.noteReading(facts, ownConsultees(me, facts), me.name);
  }
}

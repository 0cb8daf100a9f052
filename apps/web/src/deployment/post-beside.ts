import { Injectable } from '@nestjs/common';
import { CaseMessages, Cases, type PostRead, type SignedIn } from '#casework';

/** What stands beside a post for its reader: the request that it came from, and whether somebody wrote by mail. */
@Injectable()
export class PostBeside {
  constructor(
    private readonly cases: Cases,
    private readonly messages: CaseMessages,
  ) {}

  async of({ facts: { origin }, whole }: PostRead, me: SignedIn): Promise<{ request: string | null; mail: boolean }> {
    const [from, mail] = await Promise.all([
      origin.kind === 'request' ? this.cases.find(origin.reference, me) : null,
      this.messages.any(whole, me),
    ]);
    return { request: from?.facts.ref ?? null, mail };
  }
}

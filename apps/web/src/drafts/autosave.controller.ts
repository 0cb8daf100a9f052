import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, type SignedIn } from '#casework';
import type { FieldProblem, RequestContent, Section } from '#domain';
import type { Clock } from '#platform';
import { marksOfAnswers } from '../request/answers.js';
import { orNotFound } from '../request/case-frame.js';
import { SaveAnswers, sentIn } from '../request/save-answers.js';
import { nextPlace } from '../request/section.flow.js';
import { answersIn, sectionOf, tooLongIn } from '../request/section.form.js';
import { formOf, Me, type Exchange, type Reply } from '../shell/exchange.js';
import { statusOf } from '../shell/refusals.js';
import { savedAt } from './saved-at.js';

/** What the page is told of a saving, in as few words as it needs: the line may be slow. */
interface Told {
  /** What it says then. */
  said?: string;
  /** Marks of the answers that are stored as they were sent. */
  marks?: string;
  /** Answers that somebody else changed meanwhile. */
  contested?: string[];
  problems?: FieldProblem[];
  /** Where “Save and continue” leads, where nothing stands against it: the page need not be sent for that. */
  next?: string;
  /** Why nothing can be saved. */
  refused?: string;
}

function nextOf(ref: string, section: Section, content: RequestContent): Pick<Told, 'next'> {
  if (tooLongIn(section, content).length > 0) return {};
  return { next: nextPlace(ref, section, { to: 'continue' }, content)[0] };
}

/** Saves what was changed in a section while it is being written: only those answers are sent, and only what is new is answered. */
@Controller('requests/:ref/sections/:number/autosave')
export class AutosaveController {
  constructor(
    private readonly saving: SaveAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
  ): Promise<Told> {
    const section = orNotFound(sectionOf(number));
    const answers = answersIn(formOf(request), section);
    const kept = await this.saving.keep(me, ref, sentIn(request, ref, answers));
    void reply.header('cache-control', 'no-store');
    if (kept.refusal) {
      void reply.status(statusOf(kept.refusal));
      return { refused: kept.refusal.message };
    }
    const { contested } = kept;
    const problems = kept.problems.filter(({ path }) => !contested.includes(path));
    const stored = Object.keys(answers).filter((path) => !(path in kept.typed));
    return {
      said: savedAt(this.clock.now()),
      ...(kept.problems.length > 0 ? {} : nextOf(ref, section, kept.content)),
      marks: marksOfAnswers(stored, answers),
      ...(contested.length > 0 ? { contested } : {}),
      ...(problems.length > 0 ? { problems } : {}),
    };
  }
}

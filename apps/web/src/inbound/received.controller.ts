import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { MailRecipients, type ReceivedLetter } from '#casework';
import { refuse, type Language } from '#domain';
import { readTag } from '#platform';
import type { Exchange, Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';

const UNKNOWN = refuse(
  'notFound',
  'This link is not known here. Check that you copied the whole address from the mail.',
);
interface Words {
  title: string;
  /** Before it is confirmed. */
  question: string;
  ask: string;
  button: string;
  done: string;
  read: string;
}
const WORDS: Record<Language, Words> = {
  en: {
    title: 'The letter has reached you',
    question: 'Has the letter reached you?',
    ask: 'Confirm that the decision letter on this request has reached you. OHCHR then knows that it need not send it again.',
    button: 'Confirm that it is here',
    done: 'You confirmed this. Thank you.',
    read: 'Read the letter (sign-in needed)',
  },
  fr: {
    title: 'La lettre vous est parvenue',
    question: 'La lettre vous est-elle parvenue ?',
    ask: 'Confirmez que la lettre de décision relative à cette demande vous est parvenue. Le HCDH sait alors qu’il n’a pas à l’envoyer de nouveau.',
    button: 'Confirmer la réception',
    done: 'Vous l’avez confirmé. Merci.',
    read: 'Lire la lettre (connexion nécessaire)',
  },
  es: {
    title: 'La carta le ha llegado',
    question: '¿Le ha llegado la carta?',
    ask: 'Confirme que le ha llegado la carta de decisión sobre esta solicitud. Así el ACNUDH sabe que no tiene que enviarla de nuevo.',
    button: 'Confirmar la recepción',
    done: 'Usted lo ha confirmado. Gracias.',
    read: 'Leer la carta (hay que iniciar sesión)',
  },
};

/** The link by which the reader of a letter says that it is there. Opening it says nothing: programs open the links of mails too. */
@Controller('received/:tag')
export class ReceivedController {
  constructor(
    private readonly pages: Pages,
    private readonly recipients: MailRecipients,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('tag') tag: string,
  ): Promise<string> {
    void reply.header('x-robots-tag', 'noindex');
    const { letter } = await this.find(tag);
    const language = (Object.hasOwn(WORDS, letter.language) ? letter.language : 'en') as Language;
    const words = WORDS[language];
    return this.pages.html(request, 'inbound/received.njk', {
      title: letter.acknowledgedAt ? words.title : words.question,
      words,
      lang: language,
      ref: letter.ref,
      subject: letter.subject ?? '',
      acknowledgedAt: letter.acknowledgedAt,
      action: `/received/${tag}`,
      letter: paths.letter(letter.ref),
    });
  }

  @Post()
  @HttpCode(200)
  async confirm(@Res({ passthrough: true }) reply: Reply, @Param('tag') tag: string): Promise<void> {
    const { id } = await this.find(tag);
    await this.recipients.seen(id);
    seeOther(reply, `/received/${tag}`);
  }

  private async find(tag: string): Promise<{ id: string; letter: ReceivedLetter }> {
    const id = readTag(await this.recipients.key(), 'seen', tag);
    const letter = id && (await this.recipients.letter(id));
    if (!id || !letter) throw new Refused(UNKNOWN);
    return { id, letter };
  }
}

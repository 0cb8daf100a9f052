import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Reply } from './exchange.js';

/** A controller of pages answers with a string: it is HTML, of this person only, and not to be kept by anybody. */
@Injectable()
export class HtmlAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<Reply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (typeof answer === 'string' && !reply.hasHeader('content-type'))
          void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
        return answer;
      }),
    );
  }
}

import { type Mailer, NotTakenError, PermanentMailError } from "../../app/ports/messages.ts";

/**
 * Sends by the first server and, if it surely took nothing over, by the second in the same attempt. After an unknown
 * outcome the second is not asked: the mail may be on its way.
 */
export function withStandby(first: Mailer, second: Mailer): Mailer {
  return {
    async send(mail) {
      try {
        return await first.send(mail);
      } catch (cause) {
        if (cause instanceof PermanentMailError || cause instanceof NotTakenError) return second.send(mail);
        throw cause;
      }
    },
  };
}

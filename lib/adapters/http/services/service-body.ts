import { serviceBodies } from "../../../contracts/services/bodies.ts";
import type { ServiceName, ServiceTerms } from "../../../domain/services/terms.ts";
import { validated } from "../core/validate.ts";

/** What a request says of a service. Throws invalid-request naming every field at fault. */
export function readService(service: ServiceName, body: unknown): ServiceTerms {
  switch (service) {
    case "wecom":
      return { service, ...validated(serviceBodies.wecom, body) };
    case "sms":
      return { service, ...validated(serviceBodies.sms, body) };
    case "smtp":
      return { service, ...validated(serviceBodies.smtp, body) };
    case "imap":
      return { service, ...validated(serviceBodies.imap, body) };
    case "wechat":
      return { service, ...validated(serviceBodies.wechat, body) };
  }
}

import type { IncomingHttpHeaders } from "node:http";
import type { AccessNeed } from "../../contract.ts";

/** A request that reached the endpoint, body read. */
export interface WireRequest {
  readonly method: string;
  /** Path as sent: still percent-encoded, no query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Who signed it. */
  readonly keyId: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A refusal as AWS gives it; each service writes it in its protocol's form. */
export class AwsError extends Error {
  override readonly name = "AwsError";
  /** AWS error code, e.g. `NoSuchKey`. */
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The operations we speak are those the product uses; any other is refused by its name. */
export function notImplemented(service: string, operation: string): AwsError {
  return new AwsError("NotImplemented", `${service}:${operation} is not implemented by the local cloud`, 501);
}

/** What a request asks for, before anything is done: IAM is asked between the two. */
export interface Plan {
  readonly operation: string;
  /** Undefined: the operation is missing in the reviewed table (access.ts) and is refused. */
  readonly needs: readonly AccessNeed[] | undefined;
  perform(): WireAnswer | Promise<WireAnswer>;
}

/** The answer to a browser's question beforehand, or what is added to any other answer. */
export interface CrossOrigin {
  readonly answer?: WireAnswer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One AWS service behind the endpoint. */
export interface AwsService {
  /** What pages of another origin may do; absent: nothing. Throws AwsError. */
  crossOrigin?(request: WireRequest): CrossOrigin;
  /** Reads the request. Throws AwsError for what the service would refuse before authorization. */
  plan(request: WireRequest): Plan;
  /** The refusal in the service's protocol. */
  refuse(error: AwsError, request: WireRequest): WireAnswer;
  /** Code of a refusal by IAM: `AccessDenied` or `AccessDeniedException`. */
  readonly accessDenied: string;
}

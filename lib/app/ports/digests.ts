import type { HeadDigest } from "../../domain/digest/digest.ts";

/** A digest with the SHA-256 (hex) of what was written. */
export interface WrittenDigest {
  readonly digest: HeadDigest;
  readonly sha256: string;
}

/** Where digests of histories lie: written once, and locked for as long as the installation's settings say. */
export interface DigestStore {
  /** The numbers of the digests that there are, in order. */
  numbers(): Promise<readonly number[]>;
  /** Undefined: it is not there, or says nothing that a digest says. */
  read(number: number): Promise<WrittenDigest | undefined>;
  /** False if another run has written this number. */
  add(digest: HeadDigest): Promise<boolean>;
}

/** not-begun: the answer belongs to no sign-in of this browser. issuer: it lacks what the protocol promises. */
export type SignInFault = "not-begun" | "issuer";

/** Why the issuer's answer signs nobody in. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";
  readonly fault: SignInFault;

  constructor(fault: SignInFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

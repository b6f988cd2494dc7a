/** The addresses at which WeCom says who somebody is; both lead back to `redirect` with a code and the state. */
export interface SignInPages {
  /** A page with a code to scan: the person confirms on the phone. */
  readonly scan: (redirect: string, state: string) => string;
  /** Within the WeCom application: says who it is without asking. */
  readonly inApp: (redirect: string, state: string) => string;
}

/** What WeCom (企业微信) is asked about the company's members; throws where it cannot be reached. */
export interface Members {
  /** Undefined: WeCom is not set up. */
  pages(): Promise<SignInPages | undefined>;
  /** The account behind a code; undefined for one that is spent, unknown, or of somebody who is no member. */
  memberOf(code: string): Promise<string | undefined>;
  /** False once the account has been removed or disabled. */
  isMember(account: string): Promise<boolean>;
}

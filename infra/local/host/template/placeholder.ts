/** The stage `local` names this host where the public address belongs: its port is chosen at every start. */
export const placeholderUrl = "http://localhost.jiesu";

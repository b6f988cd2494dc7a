/** The recording of a call, until it has been copied: the file that it would be. */
export const AWAITED_RECORDING = "recording";

/** Seconds until it is asked for once more: a call-centre system has a recording minutes after the call, or hours (`default`). */
const PAUSES = [60, 300, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900] as const;

/** Seconds until the attempt after this one (the first is 1); undefined: it was the last. */
export function recordingPause(attempt: number): number | undefined {
  return PAUSES[attempt - 1];
}

/**
 * True if the address is https on one of these hosts, or on one below a host that is written with a leading dot
 * (`.calls.example`): nobody else's address is ever asked.
 */
export function isRecordingHost(address: string, hosts: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  const { hostname } = url;
  return hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host));
}

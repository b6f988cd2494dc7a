import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { serverNow } from "../api/server-time.ts";
import type { Phone, PhoneState } from "./phone.ts";

export const PhoneContext = createContext<Phone | undefined>(undefined);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (phone === undefined) throw new Error("outside of the application");
  return phone;
}

export function usePhoneState(): PhoneState {
  const phone = usePhone();
  return useSyncExternalStore(phone.subscribe, () => phone.state);
}

const tickMs = 15_000;

/** The server's time, renewed every few seconds. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, serverNow() - tickMs);
}

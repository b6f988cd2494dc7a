import { createContext, useContext, useSyncExternalStore } from "react";
import type { Api, Send } from "../api/client.ts";
import type { Session, SessionState } from "../api/session.ts";

export interface Services {
  readonly api: Api;
  readonly send: Send;
  readonly session: Session;
  /** Which installation this is. */
  readonly stage: string;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error("outside of the application");
  return services;
}

export function useApi(): Api {
  return useServices().api;
}

/** For addresses that the description has no single type for. */
export function useSend(): Send {
  return useServices().send;
}

export function useSession(): Session {
  return useServices().session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state);
}

export function useStage(): string {
  return useServices().stage;
}

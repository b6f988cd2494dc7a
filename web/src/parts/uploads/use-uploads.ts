import { useCallback, useEffect, useRef, useState } from "react";
import { connection } from "../../api/connection.ts";
import { Unreachable } from "../../api/problem.ts";
import { useApi } from "../../app/services.ts";
import { sendFile } from "./send-file.ts";

/** A file on its way. */
export interface Sending {
  readonly key: string;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  readonly error?: unknown;
}

/** Phones' lines are thin: more at a time only make each slower. */
const atATime = 3;

/** Files that are sent, three at a time; `arrived` is told each one that the store has. */
export function useUploads(arrived: (uploadId: string, file: File) => void) {
  const api = useApi();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const stop = useRef(new AbortController());
  const latest = useRef(arrived);
  latest.current = arrived;
  const begun = useRef(new Set<string>());
  const change = useCallback(
    (key: string, fields: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one))),
    [],
  );
  // A key stays begun for ever: between its end and the next drawing it would begin once more.
  const remove = useCallback((key: string) => setSending((all) => all.filter((one) => one.key !== key)), []);

  const end = useCallback(
    (key: string, uploadId: string, file: File) => {
      remove(key);
      latest.current(uploadId, file);
    },
    [remove],
  );

  useEffect(() => {
    const { signal } = stop.current;
    const running = sending.filter(({ key, error }) => begun.current.has(key) && error === undefined).length;
    const next = sending.filter(({ key }) => !begun.current.has(key)).slice(0, atATime - running);
    for (const { key, file } of next) {
      begun.current.add(key);
      sendFile(api, file, (share) => change(key, { share }), signal).then(
        (uploadId) => end(key, uploadId, file),
        (error: unknown) => change(key, { error }),
      );
    }
  }, [sending, api, change, end]);

  useEffect(() => {
    stop.current = new AbortController();
    const { current } = stop;
    return () => current.abort();
  }, []);

  const retry = useCallback((which: (one: Sending) => boolean) => {
    const renewed = (one: Sending) => ({ key: crypto.randomUUID(), file: one.file, share: 0 });
    setSending((all) => all.map((one) => (one.error !== undefined && which(one) ? renewed(one) : one)));
  }, []);

  // What the lost network held up goes on by itself.
  useEffect(
    () =>
      connection.subscribe(() => {
        if (!connection.isLost) retry(({ error }) => error instanceof Unreachable);
      }),
    [retry],
  );

  return {
    sending,
    retry,
    add: (files: readonly File[]) =>
      setSending((all) => [...all, ...files.map((file) => ({ key: crypto.randomUUID(), file, share: 0 }))]),
    remove,
  };
}

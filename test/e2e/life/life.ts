import { expect } from "vitest";
import type { Desk } from "../desk.ts";

/** Wednesday before the National Day holiday: 1–7 October are holidays, Saturday the 10th is worked. */
export const morning = "2026-09-30T01:00:00.000Z";

/** The desk of this file's one life, opened before its first test. */
export let desk: Desk;

export function lifeAt(opened: Desk): void {
  desk = opened;
}

/** JSON as it came: the assertions say what it must hold. */
export type Json = ReturnType<typeof JSON.parse>;
export interface Answered {
  readonly status: number;
  readonly body: Json;
}

export const project = "forest-lake";
export const complaints = (channel: string) => `/channels/${channel}/complaints`;

export function post(system: string, path: string, body: unknown): Promise<Answered> {
  return desk.client.asSystem(system, path, body);
}

export function as(
  person: string,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answered> {
  return desk.client.asPerson(person, method, path, body, key);
}

/** A picture put where its announcement said; the upload's id. */
export async function uploaded(person: string, png: Uint8Array): Promise<string> {
  const file = { fileName: "签字件.png", contentType: "image/png", size: png.byteLength };
  const { body } = await as(person, "POST", "/uploads", file);
  const put = await fetch(body.url, {
    method: "PUT",
    headers: { "content-type": file.contentType },
    body: new Uint8Array(png),
  });
  expect(put.status).toBe(200);
  return body.uploadId;
}

/** What a raw request says of its body. */
export const json = { "content-type": "application/json" };

/** A raw request, as curl would send it. */
export async function raw(path: string, init: RequestInit) {
  const response = await fetch(`${desk.cloud.baseUrl}${path}`, init);
  const body: Json = await response.json();
  return { status: response.status, type: response.headers.get("content-type"), body };
}

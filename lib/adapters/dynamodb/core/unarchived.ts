import type { ArchivedRun } from "../../../domain/document/archive.ts";

interface Unarchived {
  fit<D>(document: D): Promise<D>;
  whole<D>(document: D): Promise<D>;
  withTexts<D>(document: D): Promise<D>;
  without(document: unknown): Promise<readonly ArchivedRun[]>;
}

/** For stores whose documents stay small: everything lies in the item. */
export const unarchived: Unarchived = {
  fit: async (document) => document,
  whole: async (document) => document,
  withTexts: async (document) => document,
  without: async () => [],
};

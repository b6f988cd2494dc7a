import type { components } from "../../../api/schema.ts";

export type Project = components["schemas"]["OneProject"];
export type Facts = Omit<Project, "id" | "posts" | "version" | "changed" | "occupancy">;

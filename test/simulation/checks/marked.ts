/** A personal value of one of the simulation's people, if a text holds one. */
export function marked(text: string): string | undefined {
  return /客户标记\d+|1390\d{7}|marked-\d+@/.exec(text)?.[0];
}

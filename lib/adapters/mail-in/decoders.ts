const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Decodes with a WHATWG label; bad bytes become U+FFFD. A BOM is dropped. */
export function decodeAs(label: string, bytes: Uint8Array): string {
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    decoder = new TextDecoder(label);
    decoders.set(label, decoder);
  }
  return decoder.decode(bytes);
}

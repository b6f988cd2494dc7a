/** `wang.li@mail.example` → `w***@mail.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "****" : `${Array.from(address)[0] ?? ""}***${address.slice(at)}`;
}

/** `13812345678` → `138****5678`; short numbers keep their last two digits. */
export function maskedPhone(phone: string): string {
  const digits = phone.trim();
  if (digits.length >= 8) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

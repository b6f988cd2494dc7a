import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decrypted, encrypted, isSigned, NotFromWechat } from "../../../lib/adapters/wechat/crypto.ts";
import { fieldsOf, messageOf } from "../../../lib/adapters/wechat/message.ts";

/** The example that Tencent publishes for this way of signing and encrypting. */
const published = {
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  appId: "wx5823bf96d3bd56c7",
  timestamp: "1409659813",
  nonce: "1372623149",
  signature: "477715d11cdb4164915debcba66cb864d751f3e6",
  cipherText:
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==",
};

describe("WeChat's signature and encryption", () => {
  const { token, aesKey, appId, timestamp, nonce, signature, cipherText } = published;

  it("knows the published message", () => {
    expect(isSigned([token, timestamp, nonce, cipherText], signature)).toBe(true);
    expect(isSigned([token, timestamp, nonce, `${cipherText}=`], signature)).toBe(false);
    const message = messageOf(fieldsOf(decrypted(cipherText, aesKey, appId)));
    expect(message).toEqual({ openId: "mycreate", id: "4561255354251345929", kind: "text", text: "hello" });
  });

  it("opens what it has sealed, whatever the words; for another account or key it is none of WeChat's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (words) => {
        const sealed = encrypted(words, aesKey, appId, "0123456789abcdef");
        expect(decrypted(sealed, aesKey, appId)).toBe(words);
        expect(() => decrypted(sealed, aesKey, "wx-other")).toThrow(NotFromWechat);
      }),
    );
    for (const bad of ["", "x", "AAAA", cipherText.slice(0, 64)])
      expect(() => decrypted(bad, aesKey, appId)).toThrow(NotFromWechat);
  });
});

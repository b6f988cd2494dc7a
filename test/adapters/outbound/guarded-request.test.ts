import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Guard, guardedRequest, type Outbound } from "../../../lib/adapters/outbound/guarded-request.ts";
import { isPublicAddress } from "../../../lib/adapters/outbound/public-address.ts";
import { AddressRefusedError } from "../../../lib/app/ports/webhooks.ts";

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((done) => one.close(done)))));

/** A server on this machine: a private network that nothing may reach. */
async function serving(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return (server.address() as AddressInfo).port;
}

const asking = (url: string, guard: Guard = {}, more: Partial<Outbound> = {}) =>
  guardedRequest({ method: "POST", url, body: "{}", timeoutMs: 2000, maxBytes: 100, ...more }, guard);
const leadingTo = (...addresses: string[]): Guard => ({
  lookup: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
});

describe("addresses of the public internet", () => {
  test.each([
    "127.0.0.1",
    "127.255.0.3",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "localhost",
    "",
  ])("%s is none", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "2606:4700::1111", "240e::1"])(
    "%s is one",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe("a request to a system outside", () => {
  test.each([
    "http://hooks.example/",
    "ftp://hooks.example/",
    "file:///etc/passwd",
    "https://user:secret@hooks.example/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data/",
    "not an address",
  ])("to %s is refused before any connection is made", async (url) => {
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    await expect(asking(url, { lookup })).rejects.toThrow(AddressRefusedError);
    expect(asked).toEqual([]);
  });

  test.each([
    ["127.0.0.1"],
    ["::1"],
    ["169.254.169.254"],
    // One public address beside a private one is no way in.
    ["1.1.1.1", "10.0.0.1"],
    [],
  ])("to a name that leads to %s %s is refused", async (...addresses) => {
    const reached: string[] = [];
    const port = await serving((request, answer) => {
      reached.push(request.url ?? "");
      answer.end();
    });
    const url = `https://hooks.example:${port}/`;
    await expect(asking(url, leadingTo(...addresses.filter(Boolean)))).rejects.toThrow(AddressRefusedError);
    expect(reached).toEqual([]);
  });

  test("is connected to the very address that was looked at: a name is asked once, and cannot change in between", async () => {
    let asked = 0;
    const rebinding: Guard = {
      lookup: async () => {
        asked += 1;
        // The first answer is public (of no family, so that no test calls anybody), every later one is this machine.
        return asked === 1 ? [{ address: "1.1.1.1", family: 0 }] : [{ address: "127.0.0.1", family: 4 }];
      },
    };
    const reached: string[] = [];
    const port = await serving((request, answer) => {
      reached.push(request.url ?? "");
      answer.end("in");
    });
    const failed = asking(`https://hooks.example:${port}/`, rebinding);
    await expect(failed).rejects.toMatchObject({ code: expect.stringMatching(/INVALID/) });
    expect([asked, reached]).toEqual([1, []]);
  });

  test("a name that is not there is the error of the network, which may pass", async () => {
    const lookup = async () => {
      throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
    };
    await expect(asking("https://hooks.example/", { lookup })).rejects.toMatchObject({ code: "ENOTFOUND" });
  });
});

describe("the local cloud's own receivers", () => {
  const local = async (listener: RequestListener) => {
    const origin = `http://127.0.0.1:${await serving(listener)}`;
    return {
      origin,
      ask: (path: string, more?: Partial<Outbound>) =>
        asking(`${origin}${path}`, { localOrigin: origin }, more),
    };
  };

  test("are the one exception, and no redirect leads out of it or anywhere", async () => {
    const { ask } = await local((request, answer) => {
      if (request.url === "/away") answer.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
      else answer.writeHead(200).end("taken");
    });
    expect(await ask("/here")).toMatchObject({ status: 200, tooLong: false });
    expect(await ask("/away")).toMatchObject({ status: 302 });
  });

  test("more than was asked for is not read", async () => {
    const { ask } = await local((_, answer) => answer.end("x".repeat(1000)));
    expect(await ask("/", { maxBytes: 1000 })).toMatchObject({ tooLong: false });
    const { tooLong, body } = await ask("/", { maxBytes: 999 });
    expect([tooLong, body.byteLength < 1000]).toEqual([true, true]);
  });

  test("whoever answers nothing is waited for no longer than agreed", async () => {
    const { ask } = await local(() => {});
    await expect(ask("/", { timeoutMs: 100 })).rejects.toMatchObject({ name: "AbortError" });
  });
});

import { createServer, type Socket } from "node:net";
import { TLSSocket } from "node:tls";

export interface ServedMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly arrived: string;
  flags: string[];
}

export interface ImapServer {
  readonly url: string;
  readonly mails: ServedMail[];
  uidValidity: number;
  /** The connection is cut at a command that matches, once. */
  cutAt: RegExp | undefined;
  /** Commands as they came. */
  readonly heard: string[];
  close(): Promise<void>;
}

/**
 * A mailbox over the IMAP4rev1 commands (RFC 3501) that a poll needs; anything else is answered BAD. With a certificate it
 * offers STARTTLS and lets nobody in before.
 */
export async function startImapServer(
  password = "secret",
  certificate?: { readonly cert: string; readonly key: string },
): Promise<ImapServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.write("* OK ready\r\n");
    serve(socket, certificate === undefined ? "" : " STARTTLS LOGINDISABLED");
  });
  const serve = (socket: Socket, offers: string) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => sockets.delete(socket));
    let pending = "";
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (state.cutAt?.test(line) === true) {
          state.cutAt = undefined;
          socket.destroy();
          return;
        }
        const [tag = "*", ...words] = line.split(" ");
        if (words[0]?.toUpperCase() === "STARTTLS" && certificate !== undefined) {
          socket.write(`${tag} OK go ahead\r\n`);
          socket.removeAllListeners("data");
          serve(new TLSSocket(socket, { isServer: true, ...certificate }), "");
          return;
        }
        state.heard.push(words.join(" "));
        for (const part of answer(state, words.join(" "), password, offers)) socket.write(part);
        const isLogin = /^LOGIN/i.test(words.join(" "));
        const isRefused = isLogin && !line.includes(password);
        const isKnown = KNOWN.test(words.join(" "));
        socket.write(
          `${tag} ${isRefused ? "NO [AUTHENTICATIONFAILED] wrong" : isKnown ? "OK done" : "BAD unknown"}\r\n`,
        );
        if (/^LOGOUT/i.test(words.join(" "))) socket.end();
      }
    });
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const state: ImapServer = {
    url: `imap://desk:${password}@127.0.0.1:${address.port}`,
    mails: [],
    uidValidity: 7,
    cutAt: undefined,
    heard: [],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return state;
}

const KNOWN =
  /^(?:CAPABILITY|NOOP|LOGIN|LOGOUT|SELECT|EXAMINE|LIST|LSUB|CLOSE|UNSELECT|UID (?:SEARCH|FETCH|STORE))\b/i;

/** Untagged answers of one command. */
function answer(server: ImapServer, command: string, password: string, offers: string): (string | Buffer)[] {
  const { mails, uidValidity } = server;
  if (/^CAPABILITY/i.test(command)) return [`* CAPABILITY IMAP4rev1${offers}\r\n`];
  if (/^LOGIN/i.test(command) && !command.includes(password)) return [];
  if (/^LIST|^LSUB/i.test(command)) return ['* LIST (\\HasNoChildren) "/" INBOX\r\n'];
  if (/^LOGOUT/i.test(command)) return ["* BYE\r\n"];
  if (/^SELECT|^EXAMINE/i.test(command)) {
    return [
      "* FLAGS (\\Seen \\Deleted)\r\n",
      `* ${mails.length} EXISTS\r\n* 0 RECENT\r\n`,
      `* OK [UIDVALIDITY ${uidValidity}]\r\n* OK [UIDNEXT ${(mails.at(-1)?.uid ?? 0) + 1}]\r\n`,
    ];
  }
  const search = /^UID SEARCH .*?(\d+):\*/i.exec(command);
  if (search !== null) {
    const from = Number(search[1]);
    // RFC 3501: "*" is the last mail, and a range may run backwards, so that mail is always named.
    const found = mails.filter(({ uid }, index) => uid >= from || index === mails.length - 1);
    return [`* SEARCH${found.map(({ uid }) => ` ${uid}`).join("")}\r\n`];
  }
  const one = /^UID (FETCH|STORE) (\d+)/i.exec(command);
  const index = mails.findIndex(({ uid }) => uid === Number(one?.[2]));
  const mail = mails[index];
  if (mail === undefined) return [];
  if (one?.[1]?.toUpperCase() === "STORE") {
    mail.flags = [...new Set([...mail.flags, ...(command.match(/\\\w+/g) ?? [])])];
    return [`* ${index + 1} FETCH (UID ${mail.uid} FLAGS (${mail.flags.join(" ")}))\r\n`];
  }
  const head = `* ${index + 1} FETCH (UID ${mail.uid} INTERNALDATE "${mail.arrived}" BODY[] {${mail.raw.length}}\r\n`;
  return [head, mail.raw, ")\r\n"];
}

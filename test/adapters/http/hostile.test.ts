import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { trackingUrl } from "../../../lib/app/complaints/tracking.ts";
import type { Answered } from "../../support/http.ts";
import { type Apis, apis, withKey } from "./support.ts";

/* That hostile words do no harm, wherever they are written: hostile-fields.test.ts. Here, that they are read nevertheless. */

const tag = `<script>MARK</script><img src=x onerror=MARK>"'&`;

/** What the customer's own page says of it. */
function progress(api: Apis, trackingUrl: string): Promise<Answered> {
  const address = new URL(trackingUrl);
  return api.open(`GET ${address.pathname}`, {
    headers: { accept: "text/html" },
    query: Object.fromEntries(address.searchParams),
  });
}

test("what was written is read as the words it is: in the mails to us, and on the customer's page", async () => {
  const api = apis();
  Object.assign(api.here.ports, { renderer: noticeRenderer });
  const complainant = { name: "王示例", phone: "13800000001" };
  const posted = await api.channels("POST /channels/phone/complaints", {
    headers: withKey("key-of-everything"),
    body: { projectId: "project-1", sourceId: "call-1", matter: tag, complainant, safety: true },
  });
  expect(posted.status).toBe(201);
  await api.here.drain();
  expect(api.here.sent.some(({ html }) => html.includes("&lt;script&gt;MARK"))).toBe(true);
  expect(api.here.sent.some(({ text }) => text.includes("<script>MARK</script>"))).toBe(true);

  const complaint = await api.here.receive({ sourceId: "call-2" });
  await api.here.give(complaint.registration.id, { type: "reply", text: tag, via: "phone" });
  const page = await progress(api, trackingUrl(api.here.ports, complaint));
  expect(page.text).toContain("&lt;script&gt;MARK&lt;/script&gt;");
  expect(page.text).not.toMatch(/<script>MARK|<img src=x/);
  expect(page.headers["content-security-policy"]).toContain("default-src");
});

// How quick the page is. The figures are printed (`ctest -L page -R speed -V`); the limits are so wide
// that only a page which has become slow by an order of magnitude meets them.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { eventually, open, page, press, reads, rendered, useBrowser } from "./support.mjs";

useBrowser();

const middle = (times) => times.sort((x, y) => x - y)[Math.floor(times.length / 2)];
const inSeconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Processor time of the page's thread in milliseconds: what else the machine does is not counted. */
async function clock(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
}

test("10,000 findings over 2,000 reports", async (t) => {
  const { size } = statSync(page("large").slice("file://".length));
  assert.ok(size < 15e6, `${size} bytes`);
  const tab = await open("large", { hash: "#view=findings" });
  await reads(tab, ".shown span", "10,000 findings");
  assert.ok(await tab.locator(".row").count() < 60, "only rows in view exist");
  const paints = [];
  for (let i = 0; i < 3; i++) {
    const paint = () => tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
    await eventually(async () => (await paint()) > 0, true, "something is painted");
    paints.push(await paint());
    await tab.reload();
    await rendered(tab);
  }
  const busy = await clock(tab);
  const from = await busy();
  const steps = await tab.evaluate(async () => {
    const times = [];
    for (let i = 0; i < 40; i++) {
      const from = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: i === 20 ? "a" : "j", bubbles: true }));
      // Until the page is laid out, which is when the next frame can show it.
      await new Promise((done) => setTimeout(done));
      document.querySelector("#pair-title").getBoundingClientRect();
      times.push(performance.now() - from);
      await new Promise((done) => requestAnimationFrame(done));
    }
    return times;
  });
  const work = (await busy() - from) / steps.length;
  const worst = Math.max(...steps);
  t.diagnostic(`${(size / 1e6).toFixed(1)} MB; first contentful paint ${Math.min(...paints).toFixed(0)} ms (best of 3); ` +
    `a key to the next finding ${middle(steps).toFixed(1)} ms (median; worst ${worst.toFixed(1)}), ${work.toFixed(1)} ms of work`);
  assert.ok(Math.min(...paints) < 10_000, `first contentful paint ${paints} ms`);
  assert.ok(work < 500, `${work} ms of work for the next finding`);
  await tab.done();
});

test("50 findings by keyboard", async (t) => {
  const tab = await open("large", { hash: "#view=findings" });
  const busy = await clock(tab);
  const [from, worked] = [performance.now(), await busy()];
  // Of ten: six are confirmed, two dismissed, one put aside, one taken back and decided otherwise.
  let keys = 0;
  for (let i = 0; i < 50; i++) {
    const some = ["a", "a", "d 1", "a", "s", "a", "d 3", "a", "a", "a u v"][i % 10];
    keys += some.split(" ").length;
    await press(tab, some);
  }
  await reads(tab, ".progress span", "45 of 10000 decided");
  const [wall, work] = [performance.now() - from, await busy() - worked];
  t.diagnostic(`50 findings, ${keys} keys: the page needs ${inSeconds(work)} of work, ` +
    `${(work / keys).toFixed(0)} ms a key; with a driver that waits for each effect ${inSeconds(wall)}`);
  assert.ok(work < 50_000, `${work} ms of work`);
  await tab.done();
});

// A reviewer who is quicker than the page, and what happens while something is written.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  counts, eventually, heading, open, press, pressAtOnce, pressInVain, reads, rendered, useBrowser,
} from "./support.mjs";

useBrowser();

const kToll = "#f=0000f00000000000";
const kAge = "#f=0002d00000000000";
const status = (tab, expected) => reads(tab, ".progress span", expected);
const keydown = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

test("keys that come faster than frames are all obeyed", async () => {
  const tab = await open("small", { hash: kToll });
  await pressAtOnce(tab, "j j j k j");
  await heading(tab, "at least 20 people against 12 people");
  await pressAtOnce(tab, "a v d 3 u");
  await status(tab, "2 of 8 decided");
  await pressAtOnce(tab, "? Escape ?");
  await reads(tab, ".box h2", "Keys and settings");
  await pressAtOnce(tab, "Escape o Escape O");
  await reads(tab, ".drawer h2", /./);
  await pressAtOnce(tab, "Escape /");
  await eventually(() => tab.evaluate(() => document.activeElement.id), "search");
  await tab.done();
});

test("a key that comes before the first frame is obeyed", async () => {
  const tab = await open("small", {
    hash: kToll,
    before: (fresh) => fresh.addInitScript(() => document.addEventListener("DOMContentLoaded", () =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true })))),
  });
  await heading(tab, "12 people against at least 20 people");
  await tab.done();
});

test("letters typed right after the key for the search are searched for", async () => {
  const tab = await open("small");
  await pressAtOnce(tab, "/ m a y");
  await eventually(() => tab.locator("#search").inputValue(), /may/);
  await status(tab, "0 of 8 decided");
  await tab.done();
});

test("a decision is kept when the page is left in the same frame", async () => {
  const tab = await open("small", { hash: kToll });
  const kept = await tab.evaluate(`(async () => {
    (${keydown})("a");
    await Promise.resolve();
    dispatchEvent(new Event("pagehide"));
    return Object.values(localStorage).join();
  })()`);
  assert.match(kept, /"verdict":"confirm"/);
  await tab.reload();
  await rendered(tab);
  await status(tab, "1 of 8 decided");
  await tab.done();
});

test("a key that is held down walks, but decides once", async () => {
  const tab = await open("small", { hash: kToll });
  for (let i = 0; i < 3; i++) await tab.keyboard.down("a");
  await tab.keyboard.up("a");
  await status(tab, "1 of 8 decided");
  for (let i = 0; i < 3; i++) await tab.keyboard.down("j");
  await tab.keyboard.up("j");
  await heading(tab, "about 17 people against at least 20 people");
  await tab.done();
});

test("a long quick walk leaves the address where it ends, and changes it no more often than browsers allow", async () => {
  const tab = await open("small", { hash: kToll });
  const { changes, seconds } = await tab.evaluate(`(async () => {
    let changes = 0;
    const replace = history.replaceState;
    history.replaceState = (...given) => { changes++; replace.apply(history, given); };
    const from = performance.now();
    for (let i = 0; i < 301; i++) {
      (${keydown})(i % 2 ? "k" : "j");
      await Promise.resolve();
    }
    return { changes, seconds: (performance.now() - from) / 1000 };
  })()`);
  assert.ok(changes <= 2 + 3 * seconds, `${changes} changes in ${seconds} s`);
  await heading(tab, "12 people against at least 20 people");
  await eventually(() => tab.evaluate(() => location.hash), "#f=0001e00000000000");
  await tab.reload();
  await heading(tab, "12 people against at least 20 people");
  await tab.done();
});

test("a note that is being written survives what happens meanwhile", async () => {
  const tab = await open("small", { hash: kToll });
  await press(tab, "a k n");
  await tab.keyboard.type("half a th");
  await tab.evaluate((to) => { location.hash = to; }, `${kToll}&q=&group=0`);
  await counts(tab, ".list .follows", 0);
  await tab.keyboard.type("ought");
  await press(tab, "Enter");
  await reads(tab, ".toast", /^Note kept/);
  await eventually(() => tab.locator("#note").inputValue(), "half a thought");
  await press(tab, "Escape j k");
  await eventually(() => tab.locator("#note").inputValue(), "half a thought");
  await tab.done();
});

test("a question about one finding is not answered for another", async () => {
  const tab = await open("small", { hash: kToll });
  await press(tab, "d");
  await tab.evaluate((to) => { location.hash = to; }, kAge);
  await heading(tab, "41 years against 43 years");
  await counts(tab, ".reasons", 0);
  await pressInVain(tab, "3");
  await status(tab, "0 of 8 decided");
  await tab.done();
});

test("a group is no longer chosen once its findings are out of view", async () => {
  const tab = await open("large", { hash: "#view=findings&q=story:1" });
  await press(tab, "g");
  await reads(tab, ".choice.confirm", /^Confirm all \d+ a$/);
  await tab.evaluate(() => { location.hash = "#view=findings&q=story:2"; });
  await reads(tab, ".choice.confirm", "Confirm a");
  await press(tab, "a");
  await status(tab, "1 of 10000 decided");
  await tab.done();
});

test("each message is seen, also when one before it has faded", async () => {
  const tab = await open("small", { hash: kToll });
  const opacity = () => tab.locator(".toast span").evaluate((toast) => getComputedStyle(toast).opacity);
  await press(tab, "a");
  await tab.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  await eventually(opacity, "0");
  await press(tab, "a");
  await eventually(opacity, "1");
  await tab.done();
});

test("a closed dialog gives the focus back", async () => {
  const tab = await open("small", { hash: kToll });
  for (const close of [() => press(tab, "Escape"), () => tab.locator(".box .primary").click()]) {
    await tab.locator(".file button", { hasText: "Keys" }).click();
    await counts(tab, ".box", 1);
    await close();
    await counts(tab, ".box", 0);
    await eventually(() => tab.evaluate(() => document.activeElement.textContent), "Keys ?");
  }
  await tab.done();
});

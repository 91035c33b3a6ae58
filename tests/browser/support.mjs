// A browser without a network, the pages to open in it, and reads that wait for what is expected.
//
// Environment: REVIEW_PAGE is the program that writes the pages, GAINSAY the program itself,
// CHROMIUM the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

export const root = new URL("../../", import.meta.url).pathname;
export const require = createRequire(`${root}reports/package.json`);
const { chromium } = require("playwright-core");

/** How long anything may take on a busy machine. */
const kPatience = 10_000;

export let browser;
export let folder;

/** Starts the browser for the tests of a file and ends it behind them. */
export function useBrowser() {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "gainsay-browser-"));
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--force-color-profile=srgb"],
    });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

const written = new Map();
/** The address of one of the pages that review_page writes. */
export function page(name) {
  if (!written.has(name)) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, execFileSync(process.env.REVIEW_PAGE, [name, `${root}reports/review.html`],
      { maxBuffer: 1 << 28 }));
    written.set(name, `file://${file}`);
  }
  return written.get(name);
}

/**
 * Opens a page of its own context and waits until it has rendered. Every request but the one for the
 * page, and for its decisions where it is served, is blocked and counted; what the page logs or
 * throws is kept.
 */
export async function open(name, { hash = "", served = false, scriptless = false, before = async () => {}, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(kPatience);
  context.setDefaultNavigationTimeout(6 * kPatience);
  const tab = await context.newPage();
  const address = name.includes("://") ? name : page(name);
  const seen = { requests: [], problems: [] };
  await context.route("**/*", (route) => {
    const asked = route.request().url().split("#")[0];
    if (asked === address || (served && asked === `${address}decisions`)) return route.continue();
    seen.requests.push(route.request().url());
    return route.abort();
  });
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.problems.push(message.text());
  });
  tab.on("pageerror", (error) => seen.problems.push(error.message));
  tab.on("dialog", (dialog) => void dialog.accept());
  await before(tab);
  await tab.goto(address + hash);
  if (!scriptless && options.javaScriptEnabled !== false) await rendered(tab);
  return Object.assign(tab, { seen, done: () => context.close() });
}

/** The page counts in `data-commits` what it has rendered. */
export const rendered = (tab) => tab.locator("html[data-commits]").waitFor({ state: "attached" });

/**
 * Reads again until it is `expected`: a value, or a pattern that a string must match. What is last
 * read is told when the patience is over.
 */
export async function eventually(read, expected, message) {
  const check = (seen) => (expected instanceof RegExp
    ? assert.match(String(seen), expected, message)
    : assert.deepEqual(seen, expected, message));
  const end = Date.now() + kPatience;
  for (let pause = 5; ; pause = Math.min(2 * pause, 100)) {
    try {
      return check(await read());
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(pause);
  }
}

const flat = (shown) => shown?.replace(/\s+/g, " ").trim();
/** What of the page can be seen now, with white space as it reads; nothing where there is no such element. */
export const texts = async (tab, selector) => (await tab.locator(selector).allInnerTexts()).map(flat);
export const text = async (tab, selector) => (await texts(tab, selector))[0];

/** The same, waited for. */
export const reads = (tab, selector, expected, message) =>
  eventually(() => text(tab, selector), expected, message);
export const read = (tab, selector, expected) => eventually(() => texts(tab, selector), expected);
export const counts = (tab, selector, expected, message) =>
  eventually(() => tab.locator(selector).count(), expected, message ?? selector);
export const heading = (tab, expected) => reads(tab, "#pair-title", expected);

/** What a key can change: what is rendered, and where the focus is. */
const state = (tab) => tab.evaluate(() => {
  const { tagName, id, type } = document.activeElement;
  return [document.documentElement.dataset.commits, tagName, id, type].join();
});

/** Presses keys one after the other, each when the one before it has had its effect. */
export async function press(tab, keys) {
  for (const key of keys.split(" ")) {
    const before = await state(tab);
    await tab.keyboard.press(key);
    await eventually(async () => (await state(tab)) !== before, true, `the key ${key} has an effect`);
  }
}

/** Presses keys that must have no effect. */
export async function pressInVain(tab, keys) {
  const before = await state(tab);
  for (const key of keys.split(" ")) await tab.keyboard.press(key);
  assert.equal(await state(tab), before, `the keys ${keys} have no effect`);
}

/** Presses keys as fast as the browser takes them. */
export const pressAtOnce = (tab, keys) =>
  Promise.all(keys.split(" ").flatMap((key) => [tab.keyboard.down(key), tab.keyboard.up(key)]));

/** Reads the file that the page exports. */
export async function exported(tab, act = () => tab.keyboard.press("e")) {
  const [download] = await Promise.all([tab.waitForEvent("download"), act()]);
  const file = join(folder, `${Math.random()}.json`);
  await download.saveAs(file);
  return { file, name: download.suggestedFilename() };
}

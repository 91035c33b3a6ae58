// A browser without a network, and the pages to open in it.
//
// Environment: REVIEW_PAGE is the program that writes the pages, GAINSAY the program itself,
// CHROMIUM the browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";

export const root = new URL("../../", import.meta.url).pathname;
export const require = createRequire(`${root}reports/package.json`);
const { chromium } = require("playwright-core");

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
 * Opens a page of its own context. Every request but the one for the page, and for its decisions
 * where it is served, is blocked and counted; what the page logs or throws is kept.
 */
export async function open(name, { hash = "", served = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(5000);
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
  await tab.goto(address + hash);
  return Object.assign(tab, { seen, done: () => context.close() });
}

/** What of the page can be seen, with white space as it reads. */
export const text = async (tab, selector) => flat(await tab.locator(selector).first().innerText());
export const texts = async (tab, selector) => (await tab.locator(selector).allInnerTexts()).map(flat);
const flat = (shown) => shown.replace(/\s+/g, " ").trim();

export const heading = (tab) => text(tab, "#pair-title");

export const press = async (tab, keys) => {
  for (const key of keys.split(" ")) await tab.keyboard.press(key);
};

/** Reads the file that the page exports. */
export async function exported(tab, act = () => tab.keyboard.press("e")) {
  const [download] = await Promise.all([tab.waitForEvent("download"), act()]);
  const file = join(folder, `${Math.random()}.json`);
  await download.saveAs(file);
  return { file, name: download.suggestedFilename() };
}

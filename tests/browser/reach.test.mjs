// Who can use it: assistive technology, narrow windows, paper, no script, hostile reports.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { counts, eventually, folder, heading, open, page, press, reads, require, root, text, useBrowser } from "./support.mjs";

useBrowser();

const kToll = "#f=0000f00000000000";
const axe = require("axe-core").source;

async function violations(tab) {
  await tab.evaluate(axe);
  const { violations: found } = await tab.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
  }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}, before and after work`, async () => {
    // axe-core is put into the page by the test, which the policy of the page would refuse.
    // Without motion, or colours would be measured while they fade.
    const tab = await open("small", { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    assert.deepEqual(await violations(tab), [], "overview");
    await tab.locator(".top nav a", { hasText: "Reports" }).click();
    assert.deepEqual(await violations(tab), [], "reports");
    await tab.locator(".top nav a", { hasText: "Findings" }).click();
    assert.deepEqual(await violations(tab), [], "findings");
    await tab.locator(".more summary").click();
    await tab.locator(".gates summary").click();
    await press(tab, "c g a d");
    assert.deepEqual(await violations(tab), [], "asking for a reason");
    await press(tab, "Escape o");
    assert.deepEqual(await violations(tab), [], "a report");
    await press(tab, "Escape ?");
    assert.deepEqual(await violations(tab), [], "keys");
    await press(tab, "Escape");
    await tab.locator("button", { hasText: "show decided too" }).click();
    await counts(tab, ".row.decided", 5);
    await tab.locator("button", { hasText: "decide all" }).click();
    await counts(tab, ".box", 1);
    assert.deepEqual(await violations(tab), [], "bulk");
    await tab.done();
  });
}

test("axe finds nothing without script", async () => {
  const file = join(folder, "scriptless.html");
  writeFileSync(file, readFileSync(page("small").slice("file://".length), "utf8").replace(/<script>[^]*?<\/script>/, ""));
  for (const colorScheme of ["light", "dark"]) {
    const tab = await open(`file://${file}`, { colorScheme, bypassCSP: true, scriptless: true });
    assert.match(await text(tab, "#plain"), /12 people/);
    assert.deepEqual(await violations(tab), [], colorScheme);
    await tab.done();
  }
});

test("the index of pages split by story leads to each of them, and axe finds nothing in it", async () => {
  const to = join(folder, "stories");
  execFileSync(process.env.GAINSAY, ["review", `${root}tests/browser/reports`, "--split-by", "story", "-o", to]);
  for (const colorScheme of ["light", "dark"]) {
    const tab = await open(`file://${to}/index.html`, { colorScheme, bypassCSP: true, scriptless: true });
    await reads(tab, ".masthead p", "1 error, 0 warnings, 0 notes, a page for each story.");
    await reads(tab, "tbody tr", "Ferry sinks off Calder Point 2 1 0 0");
    assert.deepEqual(await violations(tab), []);
    const story = await open(new URL(await tab.locator("tbody a").getAttribute("href"), tab.url()).href, { colorScheme });
    await story.locator(".top nav a", { hasText: "Findings" }).click();
    await heading(story, "12 people against 17 people");
    await story.done();
    await tab.done();
  }
});

test("320 pixels: nothing runs out of the window, targets are 24 pixels and more", async () => {
  for (const hash of ["", "#view=findings", "#view=reports", kToll]) {
    const tab = await open("small", { hash, viewport: { width: 320, height: 640 } });
    await eventually(() => tab.evaluate(() => document.documentElement.scrollWidth), 320, hash);
    const small = await tab.locator("button:visible, .top a:visible, .tiles a:visible, select:visible, input:visible")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24 &&
        !one.matches("input[type=checkbox]")).map((one) => one.outerHTML));
    assert.deepEqual(small, [], hash);
    await tab.done();
  }
});

test("320 pixels: figures and origins are whole, the keys are listed, and a long report can be closed", async () => {
  const tab = await open("small", { hash: kToll, viewport: { width: 320, height: 320 } });
  await counts(tab, ".cluster .rows li", 4);
  const cut = () => tab.locator(".cluster .rows :is(b, .origin)").evaluateAll((all) => all.filter((one) =>
    one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > one.parentElement.getBoundingClientRect().right)
    .map((one) => one.textContent));
  await eventually(cut, []);
  await press(tab, "?");
  assert.equal(await tab.locator(".keys kbd").first().isVisible(), true);
  await press(tab, "Escape o");
  await tab.locator(".drawer").evaluate((drawer) => drawer.scrollTo(0, 1e6));
  await tab.locator(".drawer .close").click();
  await counts(tab, ".drawer", 0);
  await tab.done();
});

test("768 pixels: the list stands above the pair", async () => {
  const tab = await open("small", { hash: kToll, viewport: { width: 768, height: 1024 } });
  const [list, pair] = await Promise.all([".list", ".pair"].map((one) => tab.locator(one).boundingBox()));
  assert.ok(list.y + list.height <= pair.y + 1);
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 768);
  await tab.done();
});

test("on paper stand all findings of the list with both sentences and the decision", async () => {
  const tab = await open("small", { hash: kToll });
  await press(tab, "d 3");
  await tab.emulateMedia({ media: "print" });
  await counts(tab, ".printed", 8);
  await reads(tab, "#print > header", /^Gainsay report [0-9a-f]{16}, 2030-12-01T00:00:00Z: 8 findings, 1 decided, 6 reports from 4 sources$/);
  const first = await text(tab, ".printed");
  for (const part of ["12 people against about 17 people", "■ error, numeric conflict, casualties: killed", "A Harbour Post, 8 Oct 2030",
    "At noon [A differs: 12 ] people died there.", "https://news.example/bridge/post.txt", "Decided: dismissed: rounding"]) {
    assert.ok(first.includes(part), `${part} in ${first}`);
  }
  const [a, b] = await tab.locator(".printed").first().locator(".side").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  assert.ok(a.top === b.top && a.right <= b.left, "the sides stand beside each other");
  assert.equal(await tab.locator("#app").isVisible(), false);
  const pdf = await tab.pdf({ format: "A4" });
  assert.ok(pdf.length > 10_000);
  await tab.done();
});

test("forced colours keep the marks and the selection", async () => {
  const tab = await open("small", { hash: kToll, forcedColors: "active" });
  const [mark, plain] = await tab.evaluate(() => ["mark", ".sentence"].map((one) =>
    getComputedStyle(document.querySelector(one)).backgroundColor));
  assert.notEqual(mark, plain);
  assert.equal(await tab.locator(".row[aria-selected=true]").evaluate((row) => getComputedStyle(row).borderTopWidth), "2px");
  await tab.done();
});

test("without a script the page lists the findings, the reports and what was not judged", async () => {
  const tab = await open("small", { javaScriptEnabled: false });
  assert.equal(await tab.locator("#plain li").count(), 8);
  assert.equal(await text(tab, "#plain li"), "■ error numeric conflict, Casualties: killed: 12 people against about 17 people 0000f000 " +
    "Harbour Post, 2030-10-08 10:00 UTC: At noon 12 people died there. " +
    "Valley Times, 2030-10-08 19:02 UTC: About 17 people died when the bridge fell. 12 against about 17");
  assert.match(await text(tab, "#limits ~ p"), /4 pairs could not be compared/);
  assert.equal(await tab.locator("#reports tbody tr").count(), 6);
  await tab.locator("#plain li a").nth(2).click();
  assert.equal(await tab.locator("li:target").count(), 1);
  assert.deepEqual(tab.seen.requests, []);
  await tab.done();
});

test("hostile reports run nothing, break nothing and lose nothing", async () => {
  const tab = await open("hostile");
  const healthy = async (what) => {
    assert.equal(await tab.evaluate(() => window.hacked), undefined, what);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 1440, `${what}: width`);
    assert.deepEqual(tab.seen, { requests: [], problems: [] }, what);
    assert.equal(await tab.locator("#app img, #page img, #app [onload], #page [onload], [onmouseover], a[href^='javascript' i]").count(), 0, what);
  };
  await healthy("overview");
  await tab.locator(".top nav a", { hasText: "Reports" }).click();
  await healthy("reports");
  await tab.locator(".top nav a", { hasText: "Findings" }).click();
  const seen = [];
  let shown;
  for (let i = 0; i < 8; i++) {
    await eventually(async () => (await text(tab, ".pair .id")) !== shown, true, `finding ${i}`);
    shown = await text(tab, ".pair .id");
    seen.push(await text(tab, ".side.b .sentence"));
    await healthy(`finding ${i}`);
    await press(tab, "c o");
    await healthy(`report ${i}`);
    await press(tab, "Escape a");
  }
  await reads(tab, ".progress span", "8 of 8 decided");
  assert.match(seen.join("\n"), /<\/script><script>window\.hacked=1<\/script>/);
  assert.match(seen.join("\n"), /<!--<script> \]\]> \{\{data\}\} \{\{plain\}\}/);
  assert.match(seen.join("\n"), /�desrever� �isolate�/);
  assert.match(seen.join("\n"), /a␀b ␁␛\[31m/);
  assert.match(seen.join("\n"), /javascript:window\.hacked=1/);
  assert.match(seen.join("\n"), /\\u003c " ' & &lt;/);
  await tab.evaluate(() => { location.hash = "#report=7"; });
  await tab.locator(".drawer").waitFor();
  assert.equal(await tab.locator(".article").evaluate((article) => article.textContent.match(/W/g).length), 1_000_000);
  await healthy("the long word");
  const plain = await open("hostile", { javaScriptEnabled: false });
  assert.equal(await plain.locator("#plain li").count(), 8);
  assert.match(await plain.locator("#plain").innerText(), /<\/script><script>window\.hacked=1<\/script>/);
  await plain.done();
  await tab.done();
});

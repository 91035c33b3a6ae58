// Working through findings: list, pair, keys, filters, addresses, decisions.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  counts, eventually, exported, folder, heading, open, press, pressInVain, read, reads, rendered, text, useBrowser,
} from "./support.mjs";

useBrowser();

const kToll = "#f=0000f00000000000";
const kAge = "#f=0002d00000000000";
const id = (n) => (0xf00000000000n * BigInt(n)).toString(16).padStart(16, "0");
const hash = (tab, expected) => eventually(() => tab.evaluate(() => location.hash), expected);
const status = (tab, expected, message) => reads(tab, ".progress span", expected, message);

test("the overview says what was read and leads to what disagrees", async () => {
  const tab = await open("small");
  await reads(tab, ".tiles", "6 ■ errors 1 ▲ warning 1 ● note 6 reports 4 sources 5 origins 2 stories 10 claims");
  await reads(tab, ".bars", /^Casualties: killed ■ 4 errors ● 1 note Person: age ■ 1 error Quote ■ 1 error Number of guests ▲ 1 warning$/);
  await tab.locator(".matrix a", { hasText: "2" }).first().click();
  await hash(tab, "#view=findings&q=source:%22Gazette%20%26%20Sons%22+source:%22Valley%20Times%22");
  await reads(tab, ".shown span", "2 findings");
  await tab.goBack();
  await tab.locator(".story h3 a").first().click();
  await reads(tab, ".shown span", "7 findings");
  await tab.done();
});

test("a finding shows both sentences, marks what differs and says why", async () => {
  const tab = await open("small", { hash: kToll });
  await heading(tab, "12 people against about 17 people");
  await reads(tab, ".reason", "12 against about 17");
  await read(tab, ".sentence",
    ["At noon [A differs: 12 ] people died there.", "[B differs: About 17 ] people died when the bridge fell."]);
  await reads(tab, ".facts", /Value 12 people about 17 people Allows not said 15.3 to 18.7 people Where bridge\/post.txt:1:44 bridge\/times.txt:1:1/);
  await reads(tab, ".balance", "1 independent origin with A, 1 with B");
  await reads(tab, ".gates summary", "2 questions asked, 2 passed");
  await eventually(async () => {
    const [a, b] = await tab.locator(".claim").evaluateAll((all) => all.map((claim) => claim.getClientRects()[0].top));
    return Math.abs(a - b) < 1;
  }, true, "the claims stand at one height");
  await tab.done();
});

test("the chart shows every claim of the figure, and the spread over origins", async () => {
  const tab = await open("small", { hash: kToll });
  await read(tab, ".cluster .rows li",
    ["Harbour Post 8 Oct 2030, 10:00 UTC 12 people origin 1", "Wire 8 Oct 2030, 11:00 UTC 12 people origin 1",
      "Valley Times 8 Oct 2030, 19:02 UTC about 17 people origin 2", "Gazette & Sons 9 Oct 2030 at least 20 people origin 3"]);
  await reads(tab, ".cluster .spread",
    "Over 3 independent origins: lowest 12, conservative 12, median 17, highest 20.");
  await counts(tab, ".cluster .dot", 4);
  await counts(tab, ".cluster .current", 2);
  await tab.done();
});

test("keys walk, unfold, open reports and close them", async () => {
  const tab = await open("small", { hash: "#view=findings" });
  for (const shown of ["12 people against about 17 people", "12 people against at least 20 people",
    "about 17 people against 12 people"]) {
    await heading(tab, shown);
    await press(tab, "j");
  }
  await press(tab, "k");
  await heading(tab, "about 17 people against 12 people");
  await press(tab, "k k c");
  await reads(tab, ".side.a .text", "The bridge at Orm fell on Tuesday. At noon [A differs: 12 ] people died there. The keeper, 41, was hurt.");
  await press(tab, "o");
  await reads(tab, ".drawer h2", "Bridge falls at Orm");
  await reads(tab, ".drawer .focus", "12 people died");
  await read(tab, ".article p",
    ["The bridge at Orm fell on Tuesday. At noon 12 people died there.", "The keeper, 41, was hurt."]);
  await press(tab, "Escape");
  await counts(tab, ".drawer", 0);
  await press(tab, "O");
  await reads(tab, ".drawer h2", "Orm bridge collapse");
  await press(tab, "Escape ?");
  await reads(tab, ".box h2", "Keys and settings");
  await press(tab, "Escape /");
  await eventually(() => tab.evaluate(() => document.activeElement.id), "search");
  await tab.done();
});

test("every key on a button does what the button does", async () => {
  const tab = await open("small", { hash: kToll });
  const cases = { a: "confirmed", v: "variant", p: "update", s: "later" };
  for (const [key, verdict] of Object.entries(cases)) {
    for (const way of [() => press(tab, key), () => tab.locator(`.choice:has(kbd:text-is("${key}"))`).click()]) {
      await way();
      await reads(tab, ".toast", `${verdict[0].toUpperCase()}${verdict.slice(1)}, ${key === "s" ? 8 : 7} left`);
      await press(tab, "k");
      await reads(tab, ".made b", verdict, `${way}`);
      await press(tab, "u");
      await counts(tab, ".made", 0);
    }
  }
  await tab.done();
});

test("a dismissal asks for its reason", async () => {
  const reasons = ["not the same event", "different time", "rounding", "quoted claim", "extraction error", "source corrected", "other"];
  const tab = await open("small", { hash: kToll });
  for (const [at, reason] of reasons.entries()) {
    await press(tab, `d ${at + 1}`);
    await press(tab, "k");
    await reads(tab, ".made b", `dismissed: ${reason}`);
  }
  await press(tab, "d Escape");
  await counts(tab, ".reasons", 0);
  await press(tab, "d");
  await tab.locator(".other input").fill("a joke");
  await tab.locator(".other button").click();
  await heading(tab, "12 people against at least 20 people");
  await press(tab, "k");
  await eventually(() => tab.locator("#note").inputValue(), "a joke");
  await tab.done();
});

test("after a decision the next undecided finding comes, and undo brings the last one back", async () => {
  const tab = await open("small", { hash: "#view=findings" });
  await press(tab, "a");
  await heading(tab, "12 people against at least 20 people");
  await status(tab, "1 of 8 decided");
  await reads(tab, ".shown span", "7 findings");
  await press(tab, "u");
  await heading(tab, "12 people against about 17 people");
  await status(tab, "0 of 8 decided");
  await press(tab, "s s a u u u");
  await pressInVain(tab, "u");
  await status(tab, "0 of 8 decided");
  for (let i = 0; i < 8; i++) await press(tab, "a");
  await status(tab, "8 of 8 decided");
  await reads(tab, ".shown span", "0 findings");
  await tab.done();
});

test("one decision settles a whole group, which is counted before", async () => {
  const tab = await open("small", { hash: kToll });
  await reads(tab, "button:has-text('Whole group')", "Whole group of 5 g");
  await press(tab, "g");
  await reads(tab, ".choice.confirm", /^Confirm all 5 a$/);
  await press(tab, "d");
  await reads(tab, ".reasons p", "Dismiss 5 findings, because");
  await press(tab, "2");
  await status(tab, "5 of 8 decided");
  await press(tab, "u");
  await status(tab, "0 of 8 decided");
  await tab.done();
});

test("a list is decided at once, with its number said before, and taken back at once", async () => {
  const tab = await open("small", { hash: "#view=findings&q=level:error" });
  await tab.locator("button", { hasText: "decide all" }).click();
  await reads(tab, ".box h2", "Decide 6 findings at once");
  await tab.locator(".box select").first().selectOption("confirm");
  await tab.locator(".box .primary").click();
  await status(tab, "6 of 8 decided");
  await press(tab, "u");
  await status(tab, "0 of 8 decided");
  await tab.done();
});

test("keys are silent while typing, in dialogs and when they are switched off", async () => {
  const tab = await open("small", { hash: kToll });
  await press(tab, "/");
  await tab.keyboard.type(" adsvjke");
  await eventually(() => tab.locator("#search").inputValue(), " adsvjke");
  await status(tab, "0 of 8 decided");
  await tab.locator("#search").fill("");
  await press(tab, "Escape ?");
  await pressInVain(tab, "a j");
  await status(tab, "0 of 8 decided");
  await tab.locator(".box input[type=checkbox]").uncheck();
  await press(tab, "Escape");
  await pressInVain(tab, "a j");
  await status(tab, "0 of 8 decided");
  await counts(tab, ".decide kbd", 0);
  await tab.reload();
  await rendered(tab);
  await pressInVain(tab, "a");
  await status(tab, "0 of 8 decided");
  await tab.done();
});

test("filters narrow the list and stand in the address", async () => {
  const tab = await open("small", { hash: "#view=findings&q=" });
  const copy = await open("small", { hash: "#view=findings" });
  const shown = (count) => `${count} finding${count === 1 ? "" : "s"}`;
  const cases = {
    "level:error": 6, "level:error level:warning": 7, "-level:error": 2, "verdict:update": 1,
    "measure:quote": 1, 'source:"Valley Times"': 6, 'source:"Valley Times" source:Wire': 1,
    "story:2": 1, "mayor": 1, "is:undecided": 8, "is:decided": 0, "nowhere": 0,
    'source:"Harbour Post" -level:error': 1, "is:same-source": 0, "MAYOR said": 1,
  };
  for (const [query, count] of Object.entries(cases)) {
    await tab.locator("#search").fill(query);
    await reads(tab, ".shown span", shown(count), query);
    // The address follows when the list has come to rest.
    await eventually(async () => {
      await copy.evaluate((to) => { location.hash = to; }, await tab.evaluate(() => location.hash));
      return [await copy.locator("#search").inputValue(), await text(copy, ".shown span")];
    }, [query, shown(count)], `${query} in the address`);
  }
  await copy.done();
  await tab.locator("#search").fill("");
  await tab.locator(".levels .note").click();
  await reads(tab, ".shown span", "1 finding");
  await tab.locator(".more summary").click();
  await tab.locator("label.choice", { hasText: "Source" }).locator("select").selectOption("Wire");
  await eventually(() => tab.locator("#search").inputValue(), "level:note source:Wire");
  await tab.done();
});

test("a finding has an address of its own, also when the filter would hide it", async () => {
  const tab = await open("small", { hash: `${kAge}&q=level:note` });
  await heading(tab, "41 years against 43 years");
  await press(tab, "j");
  await heading(tab, "about 17 people against at least 20 people");
  const gone = await open("small", { hash: "#f=00000000deadbeef" });
  await heading(gone, "12 people against about 17 people");
  await gone.done();
  await tab.done();
});

test("a pinned side stays while the others are walked", async () => {
  const tab = await open("small", { hash: kToll });
  await tab.locator(".side.b button", { hasText: "Pin" }).click();
  await reads(tab, ".pinned", /^Pinned: about 17 people, Valley Times/);
  await reads(tab, ".shown span", "3 findings");
  await hash(tab, `${kToll}&pin=${id(1)}.b`);
  await tab.locator(".pinned button").click();
  await reads(tab, ".shown span", "8 findings");
  await tab.done();
});

test("decisions are exported one a line, sorted, and imported again elsewhere", async () => {
  const tab = await open("small", { hash: kAge });
  await press(tab, "? Tab");
  await tab.locator(".box input[type=text]").fill("M. Okafor");
  await press(tab, "Escape d 3");
  await tab.evaluate((to) => { location.hash = to; }, kToll);
  await heading(tab, "12 people against about 17 people");
  await press(tab, "a k n");
  await tab.keyboard.type("two \"origins\"\u2028 <b>");
  await press(tab, "Enter Escape");
  const { file, name } = await exported(tab);
  assert.equal(name, "gainsay-decisions.json");
  const lines = readFileSync(file, "utf8").replace(/"at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g, '"at":"T"').split("\n");
  assert.deepEqual(lines, [
    '{"schema":"gainsay-decisions/1","decisions":[',
    `{"fingerprint":"${id(1)}","verdict":"confirm","reason":"","note":"two \\"origins\\"\u2028 <b>","reviewer":"M. Okafor","at":"T","claims":["At noon 12 people died there.","About 17 people died when the bridge fell."]},`,
    `{"fingerprint":"${id(3)}","verdict":"dismiss","reason":"rounding","note":"","reviewer":"M. Okafor","at":"T","claims":["The keeper, 41, was hurt.","The keeper, 43, was hurt."]}`,
    "]}", "",
  ]);
  const other = await open("small");
  await other.setInputFiles("#import", file);
  await reads(other, ".box", /2 new decisions, 0 as here, 0 decided differently/);
  await other.locator(".box .primary").click();
  await status(other, "2 of 8 decided");
  const again = await exported(other);
  assert.equal(readFileSync(again.file, "utf8"), readFileSync(file, "utf8"));
  await other.done();
  await tab.done();
});

test("an import says where two reviewers differ and takes whose decision one says", async () => {
  for (const [button, verdict] of [["keep mine", "confirmed"], ["take theirs", "dismissed: rounding"]]) {
    const theirs = await open("small", { hash: kToll });
    await press(theirs, "d 3");
    const { file } = await exported(theirs);
    await theirs.done();
    const tab = await open("small", { hash: kToll });
    await press(tab, "a");
    await tab.setInputFiles("#import", file);
    await reads(tab, ".box", /0 new decisions, 0 as here, 1 decided differently.*here confirmed, there dismissed: rounding/);
    await tab.locator(".box button", { hasText: button }).click();
    await press(tab, "k");
    await reads(tab, ".made b", verdict);
    await tab.done();
  }
});

test("a decision about other words is stale: shown, kept, not applied", async () => {
  const file = join(folder, "stale.json");
  const decision = (fingerprint, claims) => JSON.stringify({ fingerprint, verdict: "confirm", reason: "", note: "",
    reviewer: "", at: "2030-10-10T00:00:00Z", claims });
  writeFileSync(file, `{"schema":"gainsay-decisions/1","decisions":[\n${decision(id(1), ["At noon 13 people died there.", "x"])},\n` +
    `${decision("00000000000000aa", ["gone", "gone"])}\n]}\n`);
  const tab = await open("small", { hash: kToll });
  await tab.setInputFiles("#import", file);
  await tab.locator(".box .primary").click();
  await status(tab, "0 of 8 decided");
  await reads(tab, ".list", /decision is stale: the text changed/);
  await tab.locator(".top button", { hasText: "2 stale" }).click();
  await reads(tab, ".box", /2 stale decisions.*At noon 13 people died there/);
  await tab.locator(".box button", { hasText: "Remove" }).click();
  await counts(tab, ".top button:has-text('stale')", 0);
  await tab.done();
});

test("a file that holds no decisions changes nothing and is told", async () => {
  const tab = await open("small");
  for (const [content, message] of [["{", "This is no JSON file"], ["[]", "holds no decisions"],
    ['{"schema":"gainsay-decisions/1","decisions":[{"fingerprint":"x"}]}', "Decision 1 of the file is not complete"]]) {
    const file = join(folder, "bad.json");
    writeFileSync(file, content);
    await tab.setInputFiles("#import", file);
    await tab.locator(".toast", { hasText: message }).waitFor();
    await status(tab, "0 of 8 decided");
  }
  await tab.done();
});

test("decisions outlast a reload as a draft on this computer", async () => {
  const tab = await open("small", { hash: kToll });
  await press(tab, "a");
  await tab.reload();
  await status(tab, "1 of 8 decided");
  assert.deepEqual(tab.seen, { requests: [], problems: [] });
  await tab.done();
});

test("a finding is copied as Markdown that cannot become markup", async () => {
  const tab = await open("small", { hash: kToll, permissions: ["clipboard-read", "clipboard-write"] });
  await tab.locator("button", { hasText: "Copy as Markdown" }).click();
  await tab.locator(".toast", { hasText: "Copied" }).waitFor();
  await eventually(() => tab.evaluate(() => navigator.clipboard.readText()),
    "**error, numeric conflict: 12 people against about 17 people**\n\n" +
    "> At noon **12 people died** there.\n>\n> Harbour Post, 8 Oct 2030, 10:00 UTC, https://news.example/bridge/post.txt\n\n" +
    "> **About 17 people died** when the bridge fell.\n>\n> Valley Times, 8 Oct 2030, 19:02 UTC, https://news.example/bridge/times.txt\n\n" +
    `12 against about 17 (casualties.killed, ${id(1)})\n`);
  await tab.done();
});

test("all of it asks the network for nothing", async () => {
  const tab = await open("small");
  await press(tab, "?");
  await press(tab, "Escape");
  for (const view of ["Findings", "Reports", "Overview"]) await tab.locator(".top nav a", { hasText: view }).click();
  await tab.locator(".top nav a", { hasText: "Findings" }).click();
  await press(tab, "j o Escape c g d 1 u");
  await exported(tab);
  assert.deepEqual(tab.seen, { requests: [], problems: [] });
  await tab.done();
});

test("a page without findings says so", async () => {
  const tab = await open("empty");
  await reads(tab, "#overview", /No two reports were found to disagree/);
  await tab.locator(".top nav a", { hasText: "Findings" }).click();
  await reads(tab, ".empty h2", "No findings");
  await pressInVain(tab, "j k a d 1 g u c o");
  assert.deepEqual(tab.seen, { requests: [], problems: [] });
  await tab.done();
});

// The page from `gainsay review --serve`, and decisions that the next run honours.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, exported, folder, heading, open, press, reads, root, useBrowser } from "./support.mjs";

useBrowser();

const program = process.env.GAINSAY;
const reports = `${root}tests/browser/reports`;
const run = (...args) => spawnSync(program, args, { encoding: "utf8" });

let databases = 0;
function database() {
  const file = join(folder, `${++databases}.db`);
  execFileSync(program, ["ingest", "--quiet", "--db", file, reports]);
  return file;
}

/** Serves a database while `work` runs, then ends the program as Ctrl-C does. */
async function serving(file, work) {
  const child = spawn(program, ["review", "--serve", "--db", file]);
  const ended = new Promise((done) => child.on("exit", (code, signal) => done(code ?? signal)));
  let said = "";
  const address = await new Promise((found, failed) => {
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const at = /http:\/\/\S+/.exec(said);
      if (at) found(at[0]);
    });
    child.on("exit", () => failed(new Error(said)));
  });
  try {
    await work(address);
  } finally {
    child.kill("SIGINT");
  }
  assert.equal(await ended, 0, said);
}

const openServed = (address, hash = "#view=findings") => open(address, { hash, served: true });
const decisions = (file) => JSON.parse(run("decisions", "export", "--db", file).stdout).decisions;
/** The decisions in the database become these. */
const holds = (file, expected) =>
  eventually(() => decisions(file).map(({ verdict, reason }) => `${verdict} ${reason}`.trim()), expected);
const showDecided = (tab) => tab.locator("button", { hasText: "show decided too" }).click();

test("a decision in the served page stands in the database, and undo takes it out", async () => {
  const file = database();
  await serving(file, async (address) => {
    const tab = await openServed(address);
    await heading(tab, /12 people against 17 people/);
    await press(tab, "d 3");
    await holds(file, ["dismiss rounding"]);
    await reads(tab, ".saved", "saved in the database");
    await tab.reload();
    await reads(tab, ".progress span", "1 of 1 decided");
    await showDecided(tab);
    await tab.locator("button", { hasText: "Take back" }).click();
    await holds(file, []);
    assert.deepEqual(tab.seen, { requests: [], problems: [] });
    await tab.done();
  });
});

test("two browsers do not overwrite each other's decisions", async () => {
  const file = database();
  await serving(file, async (address) => {
    const [mine, theirs] = [await openServed(address), await openServed(address)];
    // Theirs hears of nothing until it has decided.
    const deaf = (route) => (route.request().method() === "GET" ? route.abort() : route.continue());
    await theirs.route(`${address}decisions`, deaf);
    await press(mine, "a");
    await holds(file, ["confirm"]);
    await press(theirs, "d 3");
    await reads(theirs, ".toast", "1 finding decided elsewhere meanwhile: that decision stands");
    await holds(file, ["confirm"]);
    await theirs.unroute(`${address}decisions`, deaf);
    await showDecided(theirs);
    await reads(theirs, ".made b", "confirmed");
    await press(theirs, "d 1");
    await holds(file, ["dismiss not-same-event"]);
    await showDecided(mine);
    await reads(mine, ".made b", "dismissed: not the same event");
    await mine.done();
    await theirs.done();
  });
});

test("a decision stands although the page is left at once, and the page says while it is not saved", async () => {
  const file = database();
  await serving(file, async (address) => {
    const tab = await openServed(address);
    await heading(tab, /12 people against 17 people/);
    let go;
    const held = new Promise((done) => { go = done; });
    const slow = async (route) => {
      if (route.request().method() === "POST") await held;
      await route.continue();
    };
    await tab.route(`${address}decisions`, slow);
    await press(tab, "v");
    await reads(tab, ".saved", "saving…");
    go();
    await reads(tab, ".saved", "saved in the database");
    await holds(file, ["variant"]);
    await tab.unroute(`${address}decisions`, slow);
    await tab.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "u", bubbles: true }));
      Promise.resolve().then(() => location.replace("about:blank"));
    });
    await holds(file, []);
    await tab.done();
  });
});

/** The status of a request that no page would make. */
const status = (address, path, { method = "GET", headers = {}, body = "" } = {}) => new Promise((done, failed) => {
  const { hostname, port } = new URL(address);
  const asked = request({ hostname, port, path, method, headers: { Connection: "close", ...headers } }, (answer) => {
    answer.resume();
    answer.on("end", () => done(answer.statusCode));
  });
  asked.on("error", failed);
  asked.end(body);
});

test("only the page itself gets an answer", async () => {
  const file = database();
  await serving(file, async (address) => {
    const { host, origin, pathname, port } = new URL(address);
    assert.match(pathname, /^\/[0-9a-f]{32}\/$/);
    const post = { method: "POST", body: '{"changes":[]}' };
    const json = { "Content-Type": "application/json", Host: host };
    assert.equal(await status(address, pathname), 200);
    assert.equal(await status(address, `${pathname}decisions`, { ...post, headers: { ...json, Origin: origin } }), 200);
    assert.equal(await status(address, "/"), 404);
    assert.equal(await status(address, "/decisions"), 404);
    assert.equal(await status(address, `${pathname}../../etc/passwd`), 404);
    assert.equal(await status(address, pathname.replace(/.\/$/, "x/")), 404);
    assert.equal(await status(address, pathname, { headers: { Host: `evil.example:${port}` } }), 403);
    assert.equal(await status(address, pathname, { headers: { Host: `localhost:${port}` } }), 403);
    assert.equal(await status(address, `${pathname}decisions`, { ...post, headers: json }), 403);
    assert.equal(await status(address, `${pathname}decisions`, { ...post, headers: { ...json, Origin: "http://evil.example" } }), 403);
    assert.equal(await status(address, `${pathname}decisions`, { ...post, headers: { Host: host, Origin: origin, "Content-Type": "text/plain" } }), 403);
    assert.equal(await status(address, `${pathname}decisions`, { ...post, body: '{"changes":[{}]}', headers: { ...json, Origin: origin } }), 400);
    const others = Object.values(networkInterfaces()).flat().filter((one) => one.family === "IPv4" && !one.internal);
    for (const { address: other } of others) {
      await assert.rejects(new Promise((done, failed) => {
        createConnection({ host: other, port, timeout: 2000 }, done).on("error", failed).on("timeout", () => failed(new Error("silent")));
      }), `${other} does not listen`);
    }
  });
});

test("the next report follows a decision that was saved by the served page", async () => {
  const file = database();
  assert.equal(run("report", "--db", file, "--fail-level", "error").status, 1);
  await serving(file, async (address) => {
    const tab = await openServed(address);
    await press(tab, "d 1");
    await holds(file, ["dismiss not-same-event"]);
    await tab.done();
  });
  const after = run("report", "--db", file, "--fail-level", "error");
  assert.equal(after.status, 0);
  assert.match(after.stdout, /^0 errors, 0 warnings, 0 notes/m);
  assert.match(after.stdout, /^1 dismissed by reviewers$/m);
});

test("the next check of a draft follows what was decided in the page, served or exported", async () => {
  const file = join(folder, "archive.db");
  const page = join(folder, "check.html");
  const draft = `${reports}/tribune.txt`;
  execFileSync(program, ["ingest", "--quiet", "--db", file, `${reports}/ledger.txt`]);
  assert.equal(run("check", "--db", file, draft, "--format", "html", "--output", page).status, 1);
  const tab = await open(`file://${page}`, { hash: "#view=findings" });
  await press(tab, "d 1");
  const { file: made } = await exported(tab);
  await tab.done();
  assert.equal(run("check", "--db", file, draft).status, 1);
  assert.equal(run("check", "--db", file, draft, "--decisions", made).status, 0);

  const both = database();
  assert.equal(run("check", "--db", both, draft).status, 1);
  await serving(both, async (address) => {
    const served = await openServed(address);
    await press(served, "d 1");
    await holds(both, ["dismiss not-same-event"]);
    await served.done();
  });
  assert.equal(run("check", "--db", both, draft).status, 0);
});

test("the next report follows a decision that was exported from the file", async () => {
  const file = database();
  const page = join(folder, "review.html");
  assert.equal(run("review", "--db", file, "--output", page).status, 0);
  const tab = await open(`file://${page}`, { hash: "#view=findings" });
  await press(tab, "d 1");
  const { file: made } = await exported(tab);
  await tab.done();
  assert.equal(run("report", reports, "--decisions", made, "--fail-level", "error").status, 0);
  assert.equal(run("report", reports, "--fail-level", "error").status, 1);
  assert.match(run("decisions", "import", "--db", file, made).stderr, /1 added, 0 as before, 0 differ/);
  assert.match(run("decisions", "import", "--db", file, made).stderr, /0 added, 1 as before, 0 differ/);
  assert.equal(run("decisions", "export", "--db", file).stdout, readFileSync(made, "utf8"));
  assert.equal(run("report", "--db", file, "--fail-level", "error").status, 0);
  assert.equal(run("review", "--db", file, "--output", page).status, 0);
  const again = await open(`file://${page}`, { hash: "#view=findings&q=" });
  await reads(again, ".made b", "dismissed: not the same event");
  await again.done();
});

test("the same database gives the same bytes", () => {
  const file = database();
  const pages = ["1.html", "2.html"].map((name) => join(folder, name));
  for (const page of pages) {
    spawnSync(program, ["review", "--db", file, "--output", page], { env: { ...process.env, SOURCE_DATE_EPOCH: "1904688000" } });
  }
  const [one, two] = pages.map((page) => readFileSync(page, "utf8"));
  assert.equal(one, two);
  assert.match(one, /<footer class="foot">Made by gainsay [0-9.]+, 2030-05-11T00:00:00Z; report/);
});

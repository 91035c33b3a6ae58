// Makes review.html out of src/. `--check` writes nothing and fails when review.html is not what
// src/ builds to.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const folder = new URL("./", import.meta.url).pathname;
const kScriptLimit = 60 * 1024;
// Property names that stay inside the script, so that they may become short. Never a name that JSON
// or the browser knows.
const kInternal = new RegExp(`^(${[
  "actions", "added", "asking", "attribute", "because", "byId", "cluster", "clusters", "confidence",
  "conservative", "context", "current", "decided", "differs", "factor", "figure",
  "finding", "follows", "groupSize", "grouped", "hard", "high", "holds", "index", "isStale",
  "letter", "marked", "measure", "median", "mine", "model", "origin", "origins", "other", "paragraphs",
  "parent", "passed", "path", "pieces", "pin", "pinned", "pragmatic", "published", "query", "report",
  "reports", "scale", "sentence", "sentences", "settles", "severity", "shown", "source", "sources",
  "stories", "story", "theirs", "ticks", "idle", "undoable", "unit", "wholeGroup", "worst",
  "on(Bulk|Choose|Clear|Context|Copy|Decide|Drop|Group|Grouped|Keys|Merge|Note|Open|Pin|Query|Reason|Reviewer|Undo)",
].join("|")})$`);

async function bundle(entry) {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "iife",
    inject: ["src/jsx.ts"],
    // Shorter than the calls that TypeScript checks, which name their children.
    tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" } },
    legalComments: "none",
    mangleProps: kInternal,
    target: "es2022",
  });
  return result.outputFiles[0].text.trimEnd();
}

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const script = await bundle("src/main.tsx");
const style = await bundle("src/style.css");
if (Buffer.byteLength(script) > kScriptLimit) {
  throw new Error(`the script has ${Buffer.byteLength(script)} bytes, more than ${kScriptLimit}`);
}
const parts = {
  script, style, "script-hash": hash(script), "style-hash": hash(style),
};
const page = readFileSync(`${folder}src/page.html`, "utf8")
  .replace(/\[\[([a-z-]+)\]\]/g, (_, name) => parts[name]);

if (process.argv.includes("--check")) {
  if (readFileSync(`${folder}review.html`, "utf8") !== page) {
    console.error("reports/review.html is not what reports/src builds to: run npm run build in reports/");
    process.exit(1);
  }
} else {
  writeFileSync(`${folder}review.html`, page);
  console.log(`review.html: script ${Buffer.byteLength(script)} bytes, style ${Buffer.byteLength(style)}`);
}

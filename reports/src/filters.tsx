// What narrows the list: a search field with tokens, and the same tokens as choices.

import { kUndecided } from "./place";
import type { Finding, Model } from "./model";
import { parse, set, toggle, values, write } from "./query";
import { kSigns } from "./pair";
import { clip } from "./marks";
import { counted, inWords } from "./words";
import { Key } from "./bar";

const kStates: [string, string][] = [
  ["", "All"], ["undecided", "Undecided"], ["decided", "Decided"], ["confirm", "Confirmed"],
  ["dismiss", "Dismissed"], ["variant", "Variants"], ["update", "Updates"], ["later", "Later"],
  ["stale", "Stale decisions"],
];

function Choice({ name, token, options, query, onQuery }: {
  name: string; token: string; options: [string, string][]; query: string;
  onQuery: (query: string) => void;
}) {
  const chosen = values(query, token);
  const value = chosen.length === 1 ? chosen[0]! : chosen.length > 1 ? "\n" : "";
  return (
    <label class="choice">
      <span>{name}</span>
      <select value={value} onChange={(event) => onQuery(set(query, token, event.currentTarget.value))}>
        {chosen.length > 1 && <option value={"\n"}>{chosen.join(" and ")}</option>}
        {options.map(([id, text]) => <option value={id}>{clip(text, 70)}</option>)}
      </select>
    </label>
  );
}

function tally(findings: Finding[], of: (finding: Finding) => string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    for (const value of new Set(of(finding))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
}

const kFacets = new WeakMap<Model, Record<string, [string, string][]>>();
function facets(model: Model): Record<string, [string, string][]> {
  let all = kFacets.get(model);
  if (!all) {
    const options = (first: string, name: (id: string) => string, of: (f: Finding) => string[]) =>
      [["", first] as [string, string], ...tally(model.findings, of).map(([id, count]) =>
        [id, `${name(id)} (${count})`] as [string, string])];
    const titles = new Map(model.stories.map((story) => [String(story.id), story.title]));
    // Quoted: looked up by the name of a token, so that the build must leave them as they are.
    all = {
      "verdict": options("Any", inWords, (f) => [f.verdict]),
      "measure": options("Any", (id) => model.data.measures[id]!, (f) => [f.a.attribute, f.b.attribute]),
      "source": options("Any", (id) => id, (f) => [f.a.report.source, f.b.report.source]),
      "story": options("Any", (id) => titles.get(id) ?? id,
        (f) => [String(f.a.report.story), String(f.b.report.story)]),
    };
    kFacets.set(model, all);
  }
  return all;
}

export function Filters({ model, query, shown, grouped, keys, onQuery, onGrouped, onBulk }: {
  model: Model; query: string; shown: number; grouped: boolean; keys: boolean;
  onQuery: (query: string) => void; onGrouped: () => void; onBulk: () => void;
}) {
  const levels = values(query, "level");
  const options = facets(model);
  const choice = (name: string, token: string) => (
    <Choice name={name} token={token} options={options[token]!} query={query} onQuery={onQuery} />
  );
  const free = parse(query).filter(({ key, not }) => key !== "is" || not);
  return (
    <div class="filters" role="search">
      <label class="search">
        <span class="hidden">Search the findings</span>
        <input id="search" type="search" value={query} spellcheck={false} autocomplete="off"
          placeholder="words, source:…, level:error"
          onInput={(event) => onQuery(event.currentTarget.value)} />
        <Key on={keys}>/</Key>
      </label>
      <div class="levels" role="group" aria-label="Severity">
        {(["error", "warning", "note"] as const).map((level) => (
          <button type="button" class={level} aria-pressed={levels.includes(level)}
            onClick={() => onQuery(toggle(query, "level", level))}>
            <span aria-hidden="true">{kSigns[level]}</span> {level}s
          </button>
        ))}
      </div>
      <details class="more">
        <summary>Filters{free.length > 0 && ` (${free.length})`}</summary>
        <div class="choicelist">
          <Choice name="Decision" token="is" options={kStates} query={query} onQuery={onQuery} />
          {choice("Verdict", "verdict")}
          {choice("Measure", "measure")}
          {choice("Source", "source")}
          {choice("Story", "story")}
          <label class="tick">
            <input type="checkbox" checked={grouped} onChange={onGrouped} /> Keep groups together
          </label>
        </div>
      </details>
      <p class="shown">
        <span role="status">{counted(shown, "finding")}</span>
        {values(query, "is").includes("undecided")
          ? <button type="button" class="link"
              onClick={() => onQuery(write(parse(query).filter((t) => t.key !== "is")))}>show decided too</button>
          : <button type="button" class="link" onClick={() => onQuery(set(query, "is", "undecided"))}>undecided only</button>}
        {query !== kUndecided && query !== "" &&
          <button type="button" class="link" onClick={() => onQuery(kUndecided)}>reset</button>}
        {shown > 1 && <button type="button" class="link" onClick={onBulk}>decide all…</button>}
      </p>
    </div>
  );
}

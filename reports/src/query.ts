// The search field: `is:undecided level:error source:"Harbour Post" flood`. Everything that narrows
// the list is a token in it, so that one text in the address says what is shown.

import type { Decisions } from "./decisions";
import type { Claim, Finding } from "./model";

export interface Token {
  key: string;
  value: string;
  not: boolean;
}

export const kKeys = ["is", "level", "verdict", "measure", "source", "story", "reason"] as const;

export function parse(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/g;
  for (const [, not, key = "", quoted, bare] of query.matchAll(pattern)) {
    const known = (kKeys as readonly string[]).includes(key);
    const value = quoted ?? bare ?? "";
    if (value === "" && !known) continue;
    tokens.push(known || key === ""
      ? { key, value, not: not === "-" }
      : { key: "", value: `${key}:${value}`, not: not === "-" });
  }
  return tokens;
}

export function write(tokens: Token[]): string {
  return tokens
    .map(({ key, value, not }) => {
      const text = /\s|^$|^-/.test(value) ? `"${value}"` : value;
      return `${not ? "-" : ""}${key ? `${key}:` : ""}${text}`;
    })
    .join(" ");
}

/** Replaces all tokens of a key; no value removes them. */
export function set(query: string, key: string, value: string): string {
  const rest = parse(query).filter((token) => token.key !== key);
  return write(value === "" ? rest : [...rest, { key, value: value.replace(/"/g, ""), not: false }]);
}

/** Adds the token or, when it is there, removes it. */
export function toggle(query: string, key: string, value: string): string {
  const tokens = parse(query);
  const rest = tokens.filter((token) => token.key !== key || token.value !== value);
  return write(rest.length < tokens.length ? rest : [...rest, { key, value, not: false }]);
}

export const values = (query: string, key: string): string[] =>
  parse(query).filter((token) => token.key === key && !token.not).map((token) => token.value);

const haystacks = new WeakMap<Finding, string>();
function haystack(finding: Finding): string {
  let text = haystacks.get(finding);
  if (text === undefined) {
    const side = (claim: Claim): string =>
      [claim.marked.join(""), claim.shown, claim.report.source, claim.report.title, claim.report.path]
        .join("\n");
    text = [finding.id, finding.reason, finding.verdict, finding.a.attribute, side(finding.a),
      side(finding.b)].join("\n").toLowerCase();
    haystacks.set(finding, text);
  }
  return text;
}

function matches(finding: Finding, { key, value }: Token, decisions: Decisions): boolean {
  const decision = decisions.of(finding);
  switch (key) {
    case "is":
      if (value === "undecided") return !decision;
      if (value === "decided") return !!decision && decision.verdict !== "later";
      if (value === "same-source") return finding.a.report.source === finding.b.report.source;
      if (value === "stale") return decisions.isStale(finding);
      return decision?.verdict === value;
    case "level":
      return finding.severity === value;
    case "verdict":
      return finding.verdict === value;
    case "measure":
      return finding.a.attribute === value || finding.b.attribute === value;
    case "source":
      return finding.a.report.source === value || finding.b.report.source === value;
    case "story":
      return String(finding.a.report.story) === value || String(finding.b.report.story) === value;
    case "reason":
      return decision?.reason === value;
    default:
      return haystack(finding).includes(value.toLowerCase());
  }
}

/** Values of one key are alternatives, except sources: two of them mean "between the two". */
export function filter(findings: Finding[], query: string, decisions: Decisions): Finding[] {
  const tokens = parse(query);
  const alternatives = new Map<string, Token[]>();
  const all: Token[] = [];
  for (const token of tokens) {
    if (token.not || token.key === "" || token.key === "source") all.push(token);
    else alternatives.set(token.key, [...(alternatives.get(token.key) ?? []), token]);
  }
  const between = values(query, "source").length > 1;
  return findings.filter((finding) =>
    (!between || finding.a.report.source !== finding.b.report.source) &&
    all.every((token) => matches(finding, token, decisions) !== token.not) &&
    [...alternatives.values()].every((some) =>
      some.some((token) => matches(finding, token, decisions))));
}

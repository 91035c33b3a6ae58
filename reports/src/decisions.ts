// What a reviewer decided. The file is made to be kept in version control: one decision a line,
// sorted, so that two reviewers' files merge.

import type { Claim, Finding, Model } from "./model";

export type Verdict = "confirm" | "dismiss" | "variant" | "update" | "later";

export const kReasons: [string, string][] = [
  ["not-same-event", "Not the same event"],
  ["different-as-of", "Different time"],
  ["rounding", "Rounding"],
  ["quoted-claim", "Quoted claim"],
  ["extraction-error", "Extraction error"],
  ["source-corrected", "Source corrected"],
  ["other", "Other"],
];

export interface Decision {
  fingerprint: string;
  verdict: Verdict;
  /** One of kReasons for a dismissal, else "". */
  reason: string;
  note: string;
  reviewer: string;
  at: string;
  /** Both sentences as they stood when it was decided. */
  claims: [string, string];
}

const kVerdicts: readonly string[] = ["confirm", "dismiss", "variant", "update", "later"];

export const kSchema = "gainsay-decisions/1";

function isDecision(value: unknown): value is Decision {
  const d = value as Record<string, unknown> | null;
  return typeof d === "object" && d !== null &&
    typeof d["fingerprint"] === "string" && /^[0-9a-f]{16}$/.test(d["fingerprint"]) &&
    typeof d["verdict"] === "string" && kVerdicts.includes(d["verdict"]) &&
    ["reason", "note", "reviewer", "at"].every((key) => typeof d[key] === "string") &&
    Array.isArray(d["claims"]) && d["claims"].length === 2 &&
    d["claims"].every((text) => typeof text === "string");
}

/** The decisions of a file; throws a message for people. */
export function read(text: string): Decision[] {
  let file: { schema?: unknown; decisions?: unknown };
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON file: ${(error as Error).message}`);
  }
  if (file?.schema !== kSchema || !Array.isArray(file.decisions)) {
    throw new Error(`This file holds no decisions: "schema" is not "${kSchema}"`);
  }
  return accept(file.decisions);
}

export function accept(decisions: unknown[]): Decision[] {
  return decisions.map((decision, at) => {
    if (!isDecision(decision)) throw new Error(`Decision ${at + 1} of the file is not complete`);
    return decision;
  });
}

export function write(decisions: Iterable<Decision>): string {
  const lines = [...decisions]
    .sort((x, y) => (x.fingerprint < y.fingerprint ? -1 : 1))
    .map(({ fingerprint, verdict, reason, note, reviewer, at, claims }) =>
      JSON.stringify({ fingerprint, verdict, reason, note, reviewer, at, claims }));
  return `{"schema":"${kSchema}","decisions":[\n${lines.join(",\n")}${lines.length ? "\n" : ""}]}\n`;
}

export const sentence = (claim: Claim): string => claim.marked.join("");

/** An immutable set of decisions: every change is a new object. */
export class Decisions {
  constructor(
    readonly all: ReadonlyMap<string, Decision>,
    private readonly model: Model,
  ) {}

  /** Nothing for a decision about another wording: it must be made again. */
  of(finding: Finding): Decision | undefined {
    const decision = this.all.get(finding.id);
    return decision && this.holds(decision, finding) ? decision : undefined;
  }

  isStale(finding: Finding): boolean {
    const decision = this.all.get(finding.id);
    return decision !== undefined && !this.holds(decision, finding);
  }

  /** Decisions about findings that the report no longer has, and about other wordings. */
  stale(): Decision[] {
    return [...this.all.values()].filter((decision) => {
      const finding = this.model.byId.get(decision.fingerprint);
      return !finding || !this.holds(decision, finding);
    });
  }

  decided(findings: Finding[]): number {
    return findings.filter((finding) => {
      const decision = this.of(finding);
      return decision !== undefined && decision.verdict !== "later";
    }).length;
  }

  with(changes: Iterable<[string, Decision | undefined]>): Decisions {
    const all = new Map(this.all);
    for (const [fingerprint, decision] of changes) {
      if (decision) all.set(fingerprint, decision);
      else all.delete(fingerprint);
    }
    return new Decisions(all, this.model);
  }

  private holds({ claims: [x, y] }: Decision, { a, b }: Finding): boolean {
    const [s, t] = [sentence(a), sentence(b)];
    return (x === s && y === t) || (x === t && y === s);
  }
}

/** What an import would do, before it is done. */
export interface Merge {
  added: Decision[];
  same: number;
  /** Decided here and there, with different verdicts. */
  conflicts: { mine: Decision; theirs: Decision }[];
}

export function compare(mine: ReadonlyMap<string, Decision>, theirs: Decision[]): Merge {
  const merge: Merge = { added: [], same: 0, conflicts: [] };
  for (const decision of theirs) {
    const own = mine.get(decision.fingerprint);
    if (!own) merge.added.push(decision);
    else if (own.verdict === decision.verdict && own.reason === decision.reason &&
      own.note === decision.note) merge.same++;
    else merge.conflicts.push({ mine: own, theirs: decision });
  }
  return merge;
}

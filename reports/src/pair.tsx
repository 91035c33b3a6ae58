// One finding fills the view: both sentences, what differs, why, who else says it.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Forest, colour } from "./chart";
import { positions } from "./figures";
import { kReasons, type Decision, type Decisions } from "./decisions";
import { difference, type Piece } from "./difference";
import { Sentence, clip } from "./marks";
import type { Claim, Cluster, Finding } from "./model";
import { linkTo } from "./place";
import { counted, date, gap, heading, inWords } from "./words";

export const kSigns = { error: "■", warning: "▲", note: "●" } as const;

export function Badge({ level }: { level: Finding["severity"] }) {
  return (
    <span class={`badge ${level}`}><span aria-hidden="true">{kSigns[level]}</span> {level}</span>
  );
}

export const kVerdictWords: Record<string, string> = {
  confirm: "confirmed", dismiss: "dismissed", variant: "variant", update: "update", later: "later",
};

export function verdictWords(decision: Decision): string {
  const reason = kReasons.find(([id]) => id === decision.reason)?.[1];
  return kVerdictWords[decision.verdict]! + (reason ? `: ${reason.toLowerCase()}` : "");
}

const kAround = 2;

function Context({ claim, from, to }: { claim: Claim; from: number; to: number }) {
  const around = [];
  for (let at = from; at <= to; at++) {
    const text = claim.report.sentences.get(at);
    if (text) around.push(clip(text, 600));
  }
  return around.length > 0 ? <p class="context">{around.join(" ")}</p> : null;
}

export interface SideActions {
  context: boolean;
  pinned: "a" | "b" | "";
  onContext(): void;
  onPin(side: "a" | "b"): void;
  onOpen(claim: Claim): void;
}

function Side({ claim, other, letter, pieces, actions }: {
  claim: Claim; other: Claim; letter: "A" | "B"; pieces: Piece[]; actions: SideActions;
}) {
  const side = letter === "A" ? "a" : "b";
  const later = gap(other.report.published, claim.report.published);
  const pinned = actions.pinned === side;
  return (
    <article class={`side ${side}`} aria-labelledby={`side-${side}`}>
      <header>
        <h3 id={`side-${side}`}><span class="key">{letter}</span> <bdi>{claim.report.source}</bdi></h3>
        <p class="soft">
          {date(claim.report.published)}
          {letter === "B" && later && <span class="gap"> · {later}</span>}
          {" · "}
          <span class={`origin c${colour(claim.report.origin)}`}>origin {claim.report.origin}</span>
        </p>
      </header>
      <div class="text">
        <blockquote dir="auto">
          {actions.context &&
            <Context claim={claim} from={claim.sentence - kAround} to={claim.sentence - 1} />}
          <p class="sentence">
            <Sentence key={claim.index} claim={claim} pieces={pieces} label={`${letter} differs`} />
          </p>
          {actions.context &&
            <Context claim={claim} from={claim.sentence + 1} to={claim.sentence + kAround} />}
        </blockquote>
      </div>
      <footer>
        <button type="button" onClick={() => actions.onOpen(claim)} title={heading(claim.report)}>
          Open the report {letter === "A" && <kbd>o</kbd>}
        </button>
        <button type="button" aria-pressed={pinned} onClick={() => actions.onPin(side)}>
          {pinned ? "Unpin" : "Pin this side"}
        </button>
        {letter === "A" && (
          <button type="button" aria-pressed={actions.context} onClick={actions.onContext}>
            Context <kbd>c</kbd>
          </button>
        )}
      </footer>
    </article>
  );
}

/** Brings the two claims to one height where the sides stand beside each other. */
function useAlignment(key: unknown) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const sides = [...ref.current!.querySelectorAll<HTMLElement>(".text")];
    for (const side of sides) side.style.paddingTop = "";
    const [a, b] = sides;
    if (!a || !b || a.getBoundingClientRect().top !== b.getBoundingClientRect().top) return;
    const claim = (side: HTMLElement): number =>
      side.querySelector(".claim")!.getClientRects()[0]?.top ?? 0;
    const apart = claim(a) - claim(b);
    if (Math.abs(apart) < 1 || Math.abs(apart) > 120) return;
    (apart > 0 ? b : a).style.paddingTop = `${Math.abs(apart)}px`;
  }, [key]);
  return ref;
}

function Facts({ finding: { a, b } }: { finding: Finding }) {
  const terms = [...new Set([...a.facts, ...b.facts].map(([term]) => term))]
    .sort((x, y) => Number(x === "Where") - Number(y === "Where"));
  const of = (claim: Claim, term: string): string =>
    claim.facts.find(([name]) => name === term)?.[1] ?? "";
  return (
    <table class="facts">
      <caption class="hidden">What the two claims say, normalised</caption>
      <thead>
        <tr><td /><th scope="col"><span class="key">A</span></th>
          <th scope="col"><span class="key">B</span></th></tr>
      </thead>
      <tbody>
        {terms.map((term) => {
          const [x, y] = [of(a, term), of(b, term)];
          return (
            <tr class={x === y || term === "Where" ? "same" : "differs"}>
              <th scope="row">{term}</th>
              <td><bdi>{clip(x, 300) || "not said"}</bdi></td>
              <td><bdi>{clip(y, 300) || "not said"}</bdi></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Balance({ finding }: { finding: Finding }) {
  const [a, b] = finding.origins;
  return (
    <p class="balance">
      <span class="bar" aria-hidden="true">
        <span class="a" style={{ flexGrow: a }} /><span class="b" style={{ flexGrow: b }} />
      </span>
      <span>{counted(a, "independent origin")} with A, {b} with B</span>
    </p>
  );
}

function Gates({ finding }: { finding: Finding }) {
  const passed = finding.gates.filter((gate) => gate.passed).length;
  return (
    <details class="gates">
      <summary>{counted(finding.gates.length, "question")} asked, {passed} passed</summary>
      <ol>
        {finding.gates.map(({ gate, passed: ok, because }) => (
          <li class={ok ? "passed" : "failed"}>
            <span aria-hidden="true">{ok ? "✓" : "✗"}</span> <b>{gate}</b>{" "}
            <span>{ok ? "passed" : "failed"}{because && `: ${because}`}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Positions({ cluster }: { cluster: Cluster }) {
  const all = positions(cluster);
  return (
    <ul class="positions">
      {all.slice(0, 12).map(({ shown, claims, origins }) => (
        <li>
          <b><bdi>{clip(shown, 200)}</bdi></b>{" "}
          <span class="soft">{counted(origins, "origin")}: </span>
          <bdi>{[...new Set(claims.map((claim) => claim.report.source))].join(", ")}</bdi>
        </li>
      ))}
    </ul>
  );
}

export function Group({ finding, decisions }: { finding: Finding; decisions: Decisions }) {
  const [open, setOpen] = useState(false);
  const { cluster } = finding;
  const forest = <Forest cluster={cluster} current={[finding.a, finding.b]} />;
  const others = cluster.findings.filter((other) => other !== finding);
  const hasFigure = finding.a.figure !== null;
  return (
    <section class="cluster" aria-labelledby="cluster-title">
      <h3 id="cluster-title">
        Who says what{" "}
        <span class="soft">{cluster.measure}, {counted(cluster.claims.length, "claim")}</span>
      </h3>
      {hasFigure ? forest : <Positions cluster={cluster} />}
      {others.length > 0 && (
        <details class="others" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{counted(others.length, "more finding")} in this group</summary>
          <ul>
            {open && others.slice(0, 100).map((other) => {
              const decision = decisions.of(other);
              return (
                <li>
                  <a href={linkTo(other)}>
                    <Badge level={other.severity} />{" "}
                    <bdi>{clip(other.a.shown, 80)}</bdi> against <bdi>{clip(other.b.shown, 80)}</bdi>
                  </a>{" "}
                  <span class="soft">
                    <bdi>{other.a.report.source}</bdi>, <bdi>{other.b.report.source}</bdi>
                    {decision && ` · ${verdictWords(decision)}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

export function Pair({ finding, decisions, actions, onCopy }: {
  finding: Finding; decisions: Decisions; actions: SideActions; onCopy: () => void;
}) {
  const { a, b } = finding;
  const [left, right] = difference(a.marked[1], b.marked[1]);
  const sides = useAlignment(`${finding.id}${actions.context}`);
  return (
    <article class={`pair ${finding.severity}`} aria-labelledby="pair-title">
      <header>
        <p class="labels">
          <Badge level={finding.severity} />
          <span>{inWords(finding.verdict)}</span>
          <span class="soft">{a.measure}{a.attribute !== b.attribute && ` and ${b.measure.toLowerCase()}`}</span>
          <a class="id" href={linkTo(finding)} title="Link to this finding">#{finding.id.slice(0, 8)}</a>
          <button type="button" class="link" onClick={onCopy}>Copy as Markdown</button>
        </p>
        <h2 id="pair-title" tabIndex={-1}>
          <bdi>{clip(a.shown, 120)}</bdi> <span class="against">against</span>{" "}
          <bdi>{clip(b.shown, 120)}</bdi>
        </h2>
        <p class="reason"><bdi>{finding.reason}</bdi></p>
      </header>
      <div class="sides" ref={sides}>
        <Side claim={a} other={b} letter="A" pieces={left} actions={actions} />
        <Side claim={b} other={a} letter="B" pieces={right} actions={actions} />
      </div>
      <Balance finding={finding} />
      <Facts finding={finding} />
      <Gates finding={finding} />
      <Group finding={finding} decisions={decisions} />
    </article>
  );
}

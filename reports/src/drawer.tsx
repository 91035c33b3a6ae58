// A whole report, with every claim underlined. Claims that overlap get lanes of their own.

import { useLayoutEffect, useRef } from "preact/hooks";
import { closing, useModal } from "./dialogs";
import type { Claim, Finding, Report } from "./model";
import { linkTo } from "./place";
import { counted, date, heading } from "./words";

const kLanes = 4;

/** For each claim the first lane that is free where it begins. */
function lanes(claims: Claim[]): Map<Claim, number> {
  const ends: number[] = [];
  const out = new Map<Claim, number>();
  for (const claim of [...claims].sort((x, y) => x.begin - y.begin || y.end - x.end)) {
    let lane = ends.findIndex((end) => end <= claim.begin);
    if (lane < 0) lane = ends.length;
    ends[lane] = claim.end;
    out.set(claim, Math.min(lane, kLanes - 1));
  }
  return out;
}

interface Props {
  text: string;
  claims: Claim[];
  focus: Claim | null;
  worst: Map<Claim, Finding>;
}

function Marked({ text, claims, focus, worst }: Props) {
  const lane = lanes(claims);
  const cuts = [...new Set([0, text.length, ...claims.flatMap(({ begin, end }) => [begin, end])])]
    .sort((x, y) => x - y);
  const parts = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [begin, end] = [cuts[i]!, cuts[i + 1]!];
    const over = claims
      .filter((claim) => claim.begin <= begin && claim.end >= end)
      .sort((x, y) => lane.get(y)! - lane.get(x)!);
    let part = <>{text.slice(begin, end)}</>;
    for (const claim of [...over].reverse()) {
      const finding = worst.get(claim);
      const kind = `lane l${lane.get(claim)} ${finding?.severity ?? "plain"}` +
        (claim === focus ? " focus" : "");
      part = <span class={kind} title={`${claim.measure}: ${claim.shown}`}>{part}</span>;
    }
    const found = over.map((claim) => worst.get(claim)).find(Boolean);
    parts.push(found ? <a href={linkTo(found)}>{part}</a> : part);
  }
  return <>{parts}</>;
}

/** The gravest finding of each claim of the report. */
function gravest(report: Report): Map<Claim, Finding> {
  const worst = new Map<Claim, Finding>();
  for (const claim of report.claims) {
    for (const finding of claim.cluster?.findings ?? []) {
      if ((finding.a === claim || finding.b === claim) && !worst.has(claim)) worst.set(claim, finding);
    }
  }
  return worst;
}

export interface Opened {
  report: Report;
  focus: Claim | null;
}

export function Drawer({ report, focus, onClose }: Opened & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  useLayoutEffect(() => {
    const at = dialog.current!.querySelector(".focus");
    if (at) at.scrollIntoView({ block: "center" });
    else dialog.current!.scrollTop = 0;
  }, [report, focus]);
  const worst = gravest(report);
  return (
    <dialog ref={dialog} class="drawer" aria-labelledby="drawer-title" {...closing(onClose)}
      onClick={(event) => {
        const target = event.target as Element;
        if (target === dialog.current || target.closest("a[href^='#']")) onClose();
      }}>
      <article>
        <header>
          <p class="soft"><b><bdi>{report.source}</bdi></b> · {date(report.published)} · origin {report.origin}</p>
          <h2 id="drawer-title"><bdi>{heading(report)}</bdi></h2>
          <p class="path"><bdi>{report.path}</bdi></p>
          <p class="soft">
            {counted(report.claims.length, "claim")} underlined, {worst.size} of them disputed.
          </p>
          <button type="button" class="close" onClick={onClose}>
            Close <kbd>Esc</kbd>
          </button>
        </header>
        <div class="article" dir="auto">
          {report.paragraphs.map(({ zone, sentences }) => (
            <p class={zone}>
              {sentences.map(({ index, text }) => (
                <>
                  <Marked text={text} focus={focus} worst={worst}
                    claims={report.claims.filter((c) => c.sentence === index && c.end > c.begin)} />{" "}
                </>
              ))}
            </p>
          ))}
        </div>
      </article>
    </dialog>
  );
}

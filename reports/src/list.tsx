// The findings as a list of rows of one height, of which only those in view exist.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Decisions } from "./decisions";
import { clip } from "./marks";
import type { Finding } from "./model";
import { Badge, verdictWords } from "./pair";
import { group, inWords } from "./words";

const kSpare = 6;

export function List({ findings, current, decisions, grouped, onChoose }: {
  findings: Finding[]; current: Finding | null; decisions: Decisions; grouped: boolean;
  onChoose: (finding: Finding) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800, row: 76 });

  useLayoutEffect(() => {
    const measureBox = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const { scrollTop, clientHeight } = box.current!;
      setView({ top: scrollTop, height: clientHeight || 800, row: 4.75 * rem });
    };
    measureBox();
    const watch = new ResizeObserver(measureBox);
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);

  const at = current ? findings.indexOf(current) : -1;
  useLayoutEffect(() => {
    if (at < 0) return;
    const { scrollTop, clientHeight } = box.current!;
    const top = at * view.row;
    const to = top < scrollTop ? Math.max(0, top - view.row)
      : top + view.row > scrollTop + clientHeight ? top - clientHeight + 2 * view.row : scrollTop;
    if (to === scrollTop) return;
    box.current!.scrollTop = to;
    // The rows there, in this frame and not in the one after the event "scroll".
    setView({ ...view, top: box.current!.scrollTop });
  }, [at, view.row, findings.length]);

  const first = Math.max(0, Math.floor(view.top / view.row) - kSpare);
  const last = Math.min(findings.length, Math.ceil((view.top + view.height) / view.row) + kSpare);
  const shown = findings.slice(first, last);
  return (
    <div class="list" ref={box} role="listbox" tabIndex={0} aria-label="Findings"
      aria-activedescendant={at >= first && at < last ? `row-${at}` : undefined}
      onScroll={() => setView({ ...view, top: box.current!.scrollTop })}
      onKeyDown={(event) => {
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: findings.length - 1 }[event.key];
        const finding = to === undefined ? undefined : findings[to];
        if (to === undefined) return;
        event.preventDefault();
        if (finding) onChoose(finding);
      }}>
      <div style={{ height: `${findings.length * view.row}px` }}>
        <div style={{ transform: `translateY(${first * view.row}px)` }}>
          {shown.map((finding, i) => (
            <Row key={finding.id} finding={finding} index={first + i} total={findings.length}
              selected={finding === current} decisions={decisions}
              follows={grouped && findings[first + i - 1]?.cluster === finding.cluster}
              onChoose={onChoose} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ finding, index, total, selected, decisions, follows, onChoose }: {
  finding: Finding; index: number; total: number; selected: boolean; decisions: Decisions;
  follows: boolean; onChoose: (finding: Finding) => void;
}) {
  const decision = decisions.of(finding);
  const { a, b } = finding;
  return (
    <div id={`row-${index}`} role="option" aria-selected={selected} aria-setsize={total}
      aria-posinset={index + 1} onClick={() => onChoose(finding)}
      class={`row ${finding.severity} ${follows ? "follows" : ""} ${decision ? "decided" : ""}`}>
      <span class="line">
        <Badge level={finding.severity} />
        <span class="soft cut">{inWords(finding.verdict)} · {a.measure}</span>
        {!follows && finding.cluster.findings.length > 1 &&
          <span class="size" title="Findings of this group">{group(finding.cluster.findings.length)}</span>}
      </span>
      <span class="line cut">
        <b><bdi>{clip(a.shown, 60)}</bdi></b> <span class="against">against</span>{" "}
        <b><bdi>{clip(b.shown, 60)}</bdi></b>
      </span>
      <span class="line cut soft">
        {decision
          ? <span class="done">✓ {verdictWords(decision)}</span>
          : <><bdi>{clip(a.report.source, 40)}</bdi> · <bdi>{clip(b.report.source, 40)}</bdi></>}
        {decisions.isStale(finding) && <span class="stale"> decision is stale: the text changed</span>}
      </span>
    </div>
  );
}

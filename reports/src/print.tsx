// What goes to paper: every finding of the list with both sentences and its decision.

import { render } from "preact";
import type { Decisions } from "./decisions";
import { difference } from "./difference";
import { Sentence } from "./marks";
import type { Claim, Finding, Model } from "./model";
import { Badge, verdictWords } from "./pair";
import { counted, date, inWords, sides } from "./words";

function Side({ claim, letter, pieces }: {
  claim: Claim; letter: string; pieces: ReturnType<typeof difference>[0];
}) {
  return (
    <div class="side">
      <p><b>{letter} <bdi>{claim.report.source}</bdi></b>, {date(claim.report.published)}</p>
      <blockquote dir="auto"><Sentence claim={claim} pieces={pieces} label={`${letter} differs`} /></blockquote>
      <p class="path"><bdi>{claim.report.path}</bdi>{claim.report.url && <><br /><bdi>{claim.report.url}</bdi></>}</p>
    </div>
  );
}

function Printed({ finding, decisions }: { finding: Finding; decisions: Decisions }) {
  const [left, right] = difference(finding.a.marked[1], finding.b.marked[1]);
  const decision = decisions.of(finding);
  return (
    <section class="printed">
      <h2><bdi>{sides(finding)}</bdi></h2>
      <p><Badge level={finding.severity} />, {inWords(finding.verdict)}, {finding.a.measure.toLowerCase()}, <code>{finding.id}</code></p>
      <div class="sides">
        <Side claim={finding.a} letter="A" pieces={left} />
        <Side claim={finding.b} letter="B" pieces={right} />
      </div>
      <p><bdi>{finding.reason}</bdi></p>
      <p class="verdict">
        {decision
          ? <>Decided: <b>{verdictWords(decision)}</b>{decision.reviewer && <> by <bdi>{decision.reviewer}</bdi></>}, {date(decision.at)}{decision.note && <>. <bdi>{decision.note}</bdi></>}</>
          : "Not decided."}
      </p>
    </section>
  );
}

export function printOut(root: HTMLElement, model: Model, findings: Finding[], decisions: Decisions): void {
  render(
    <>
      <header>
        <b>Gainsay</b> report {model.data.id}{model.data.made && `, ${model.data.made}`}:{" "}
        {counted(findings.length, "finding")}, {decisions.decided(findings)} decided,{" "}
        {counted(model.reports.length, "report")} from {counted(model.sources.length, "source")}
      </header>
      {findings.map((finding) => <Printed finding={finding} decisions={decisions} />)}
    </>,
    root,
  );
}

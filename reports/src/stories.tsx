// Stories with their most disputed figures; the rest of the overview is written by the program.

import { Forest } from "./chart";
import { positions } from "./figures";
import type { Decisions } from "./decisions";
import { clip } from "./marks";
import { weight, type Cluster, type Model, type Story } from "./model";
import { Badge } from "./pair";
import { kStart, linkTo, write } from "./place";
import { counted, date } from "./words";

const kStories = 30;
const kFigures = 3;

function Disputed({ cluster }: { cluster: Cluster }) {
  const gravest = cluster.findings.find((finding) => finding.severity === "error") ??
    cluster.findings.find((finding) => finding.severity === "warning") ?? cluster.findings[0]!;
  const forest = cluster.claims.some((claim) => claim.figure) && <Forest cluster={cluster} />;
  return (
    <section class="disputed">
      <h4>
        <a href={linkTo(gravest)}>{cluster.measure}</a>{" "}
        <span class="soft"><Badge level={gravest.severity} /> {counted(cluster.findings.length, "finding")}</span>
      </h4>
      {forest || (
        <ul class="positions">
          {positions(cluster).slice(0, 4).map(({ shown, claims }) => (
            <li>
              <b><bdi>{clip(shown, 140)}</bdi></b>{" "}
              <span class="soft"><bdi>{[...new Set(claims.map((c) => c.report.source))].join(", ")}</bdi></span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StoryCard({ story, decisions }: { story: Story; decisions: Decisions }) {
  const findings = story.clusters.flatMap((cluster) => cluster.findings);
  const days = story.reports.map((report) => report.published).filter(Boolean).sort();
  const [from, to] = [days[0], days[days.length - 1]];
  const disputed = story.clusters.filter((cluster) => weight(cluster) >= 10).slice(0, kFigures);
  return (
    <article class="story">
      <h3><a href={write({ ...kStart, view: "findings", query: `story:${story.id}` })}><bdi>{clip(story.title, 160)}</bdi></a></h3>
      <p class="soft">
        {counted(story.reports.length, "report")}
        {from && ` · ${date(from.slice(0, 10))}`}
        {from && to && to.slice(0, 10) !== from.slice(0, 10) && ` to ${date(to.slice(0, 10))}`}
        {" · "}{counted(findings.length, "finding")}, {decisions.decided(findings)} decided
      </p>
      {disputed.map((cluster) => <Disputed cluster={cluster} />)}
      {disputed.length === 0 && <p class="soft">Nothing graver than notes.</p>}
    </article>
  );
}

export function Stories({ model, decisions }: { model: Model; decisions: Decisions }) {
  const stories = model.stories.filter((story) => story.findings > 0);
  if (stories.length === 0) return null;
  return (
    <>
      <h2 id="stories-title">Stories and their most disputed figures</h2>
      <p class="legend soft">
        Dot: what is said, with shape and colour by origin. Thick bar: what a reader takes it for.
        Thin line: what the words allow. Shaded: from the lowest to the highest figure; dashed the
        conservative one, which two origins support; solid the median of all origins.
      </p>
      <div class="stories">
        {stories.slice(0, kStories).map((story) => <StoryCard story={story} decisions={decisions} />)}
      </div>
      {stories.length > kStories &&
        <p class="soft">{stories.length - kStories} more stories are in the list of findings.</p>}
    </>
  );
}

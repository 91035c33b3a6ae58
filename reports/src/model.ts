// What the program puts into the page, and the same as objects that know each other.

export type Severity = "error" | "warning" | "note";

/** Rows are arrays, texts are indices into `strings`; written by src/report/html_data.cc. */
export interface Data {
  schema: "gainsay-review/1";
  version: string;
  id: string;
  made: string | null;
  served: boolean;
  strings: string[];
  /** attribute -> its name for people */
  measures: Record<string, string>;
  /** path, source, title, url, published, origin, story, paragraphs */
  documents: [string, string, string, string, string, number, number, Paragraph[]][];
  /** document, sentence, begin, end, attribute, shown, when, facts, figure, own words */
  claims: [number, number, number, number, number, number, number, number[]?, FigureRow?, Marked?][];
  /** gate, passed, because */
  gates: [number, 0 | 1, number][];
  /** id, verdict, severity, a, b, reason, confidence, origins of a, of b, gates */
  findings: [string, number, Severity, number, number, number, number, number, number, number[]][];
  /** a, b, verdict: pairs that agree */
  links: [number, number, number][];
  /** low, conservative, median, high, origins, claims, those of them that hold whatever the figure is */
  spreads: [number, number, number, number, number, number[], number[]][];
  decisions: unknown[];
}

/** Zone ("headline", "body", ...), then its sentences; of page furniture only their number. */
type Paragraph = [string, ...(string | number)[]];
/** lo, hi, hard lo and hi, pragmatic lo and hi (null: unbounded), unit, factor, before, after */
type FigureRow = [...Ends, ...Ends, ...Ends, number, number, number, number];
type Ends = [number | null, number | null];
type Marked = [string, string, string];

export interface Report {
  index: number;
  path: string;
  source: string;
  title: string;
  url: string;
  published: string;
  origin: number;
  story: number;
  paragraphs: { zone: string; sentences: { index: number; text: string }[] }[];
  sentences: Map<number, string>;
  claims: Claim[];
}

export interface Figure {
  said: Interval;
  hard: Interval;
  pragmatic: Interval;
  unit: string;
  factor: number;
  before: string;
  after: string;
}
export interface Interval {
  lo: number;
  hi: number;
}

export interface Claim {
  index: number;
  report: Report;
  sentence: number;
  begin: number;
  end: number;
  attribute: string;
  measure: string;
  shown: string;
  when: string;
  facts: [string, string][];
  figure: Figure | null;
  marked: Marked;
  cluster: Cluster | null;
}

export interface Finding {
  index: number;
  id: string;
  verdict: string;
  severity: Severity;
  a: Claim;
  b: Claim;
  reason: string;
  confidence: number;
  origins: [number, number];
  gates: { gate: string; passed: boolean; because: string }[];
  cluster: Cluster;
}

/** What independent origins report of one figure at one time; counted by the program. It says what
    is reported, never what is true. */
export interface Spread {
  low: number;
  /** The lowest figure that two origins support; the lowest of all where none has that support. */
  conservative: number;
  median: number;
  high: number;
  origins: number;
  /** Claims that hold whatever the figure is: "dozens", "at least two" beside 198. */
  idle: Claim[];
}

/** Claims of one measure in one story that were compared, and the findings between them. */
export interface Cluster {
  index: number;
  attribute: string;
  measure: string;
  story: number;
  claims: Claim[];
  findings: Finding[];
  /** One for each time at which the figure stood; that of most origins first. */
  spreads: Spread[];
}

export interface Story {
  id: number;
  title: string;
  reports: Report[];
  clusters: Cluster[];
  findings: number;
}

export interface Model {
  data: Data;
  reports: Report[];
  claims: Claim[];
  findings: Finding[];
  byId: Map<string, Finding>;
  clusters: Cluster[];
  stories: Story[];
  sources: string[];
  origins: number;
}

const interval = (lo: number | null, hi: number | null): Interval => ({
  lo: lo ?? -Infinity,
  hi: hi ?? Infinity,
});

function readReports(data: Data): Report[] {
  return data.documents.map((row, index) => {
    const [path, source, title, url, published, origin, story, body] = row;
    const report: Report = {
      index, path, source, title, url, published, origin, story,
      paragraphs: [], sentences: new Map(), claims: [],
    };
    let next = 0;
    for (const [zone, ...texts] of body) {
      const sentences = [];
      for (const text of texts) {
        if (typeof text === "number") {
          next += text;
          continue;
        }
        report.sentences.set(next, text);
        sentences.push({ index: next++, text });
      }
      if (sentences.length > 0) report.paragraphs.push({ zone, sentences });
    }
    return report;
  });
}

function readClaims(data: Data, reports: Report[]): Claim[] {
  const text = (at: number): string => data.strings[at]!;
  return data.claims.map((row, index) => {
    const [document, sentence, begin, end, attribute, shown, when, facts, figure, own] = row;
    const report = reports[document]!;
    const whole = report.sentences.get(sentence) ?? "";
    const claim: Claim = {
      index, report, sentence, begin, end, cluster: null,
      attribute: text(attribute), measure: data.measures[text(attribute)]!, shown: text(shown), when: text(when), facts: [], figure: null,
      marked: own ?? [whole.slice(0, begin), whole.slice(begin, end), whole.slice(end)],
    };
    for (let i = 0; facts && i < facts.length; i += 2) {
      claim.facts.push([text(facts[i]!), text(facts[i + 1]!)]);
    }
    if (figure) {
      claim.figure = {
        said: interval(figure[0], figure[1]),
        hard: interval(figure[2], figure[3]),
        pragmatic: interval(figure[4], figure[5]),
        unit: text(figure[6]), factor: figure[7], before: text(figure[8]), after: text(figure[9]),
      };
    }
    report.claims.push(claim);
    return claim;
  });
}

/** Joins what was compared: disjoint sets of claims, by the smallest index. */
class Sets {
  private parent: number[] = [];
  root(at: number): number {
    let top = at;
    while ((this.parent[top] ?? top) !== top) top = this.parent[top]!;
    while (at !== top) {
      const next = this.parent[at] ?? at;
      this.parent[at] = top;
      at = next;
    }
    return top;
  }
  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}

function readClusters(data: Data, claims: Claim[], findings: Finding[]): Cluster[] {
  const sets = new Sets();
  const comparable = (a: Claim, b: Claim): boolean =>
    a.attribute === b.attribute && a.report.story === b.report.story;
  for (const { a, b } of findings) if (comparable(a, b)) sets.join(a.index, b.index);
  for (const [a, b] of data.links) if (comparable(claims[a]!, claims[b]!)) sets.join(a, b);

  const clusters = new Map<number, Cluster>();
  const clusterOf = (claim: Claim): Cluster => {
    const root = sets.root(claim.index);
    let cluster = clusters.get(root);
    if (!cluster) {
      const { attribute, measure, report: { story } } = claim;
      cluster = { index: clusters.size, attribute, measure, story, claims: [], findings: [], spreads: [] };
      clusters.set(root, cluster);
    }
    if (claim.cluster !== cluster) {
      claim.cluster = cluster;
      cluster.claims.push(claim);
    }
    return cluster;
  };
  for (const finding of findings) {
    finding.cluster = clusterOf(finding.a);
    finding.cluster.findings.push(finding);
    clusterOf(finding.b);
  }
  for (const [a, b] of data.links) {
    for (const claim of [claims[a]!, claims[b]!]) {
      if (clusters.has(sets.root(claim.index))) clusterOf(claim);
    }
  }
  for (const [low, conservative, median, high, origins, all, idle] of data.spreads) {
    const cluster = all.map((at) => claims[at]!.cluster).find((found) => found !== null);
    cluster?.spreads.push(
      { low, conservative, median, high, origins, idle: idle.map((at) => claims[at]!) });
  }
  for (const { spreads } of clusters.values()) spreads.sort((x, y) => y.origins - x.origins);
  return [...clusters.values()].filter((cluster) => cluster.findings.length > 0);
}

function readStories(reports: Report[], clusters: Cluster[]): Story[] {
  const stories = new Map<number, Story>();
  for (const report of reports) {
    const story = stories.get(report.story);
    if (story) story.reports.push(report);
    else {
      stories.set(report.story,
        { id: report.story, title: "", reports: [report], clusters: [], findings: 0 });
    }
  }
  for (const cluster of clusters) {
    const story = stories.get(cluster.story)!;
    story.clusters.push(cluster);
    story.findings += cluster.findings.length;
  }
  for (const story of stories.values()) {
    const first = [...story.reports].sort((x, y) => (x.published < y.published ? -1 : 1));
    const named = first.find((report) => report.title !== "") ?? first[0]!;
    story.title = named.title || named.path;
    story.clusters.sort((x, y) => weight(y) - weight(x));
  }
  return [...stories.values()].sort((x, y) => y.findings - x.findings || x.id - y.id);
}

const kWeight: Record<Severity, number> = { error: 100, warning: 10, note: 1 };

/** How disputed a cluster is. */
export function weight(cluster: Cluster): number {
  return cluster.findings.reduce((sum, finding) => sum + kWeight[finding.severity], 0);
}

export function readModel(data: Data): Model {
  const reports = readReports(data);
  const claims = readClaims(data, reports);
  const findings = data.findings.map((row, index): Finding => {
    const [id, verdict, severity, a, b, reason, confidence, originsA, originsB, gates] = row;
    return {
      index, id, severity, confidence, origins: [originsA, originsB],
      verdict: data.strings[verdict]!, reason: data.strings[reason]!,
      a: claims[a]!, b: claims[b]!, cluster: null as unknown as Cluster,
      gates: gates.map((at) => {
        const [gate, passed, because] = data.gates[at]!;
        return { gate: data.strings[gate]!, passed: passed === 1, because: data.strings[because]! };
      }),
    };
  });
  const clusters = readClusters(data, claims, findings);
  const origins = new Set(reports.map((report) => report.origin || -1 - report.index));
  return {
    data, reports, claims, findings, clusters,
    byId: new Map(findings.map((finding) => [finding.id, finding])),
    stories: readStories(reports, clusters),
    sources: [...new Set(reports.map((report) => report.source))].sort(),
    origins: origins.size,
  };
}

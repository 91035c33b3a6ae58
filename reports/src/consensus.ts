import type { Claim, Cluster, Figure } from "./model";

/** The spread of a figure over independent origins. It says what is reported, never what is true. */
export interface Consensus {
  low: number;
  /** The lowest figure that two origins support; the lowest of all where none has that support. */
  conservative: number;
  median: number;
  high: number;
  origins: number;
}

export const figures = (cluster: Cluster): (Claim & { figure: Figure })[] => {
  const unit = cluster.claims.find((claim) => claim.figure)?.figure?.unit;
  return cluster.claims.filter(
    (claim): claim is Claim & { figure: Figure } => claim.figure?.unit === unit && unit !== undefined,
  );
};

/** The one number to draw for what was said: the middle of a range, the finite end of an open one. */
export function point({ said, pragmatic }: Figure): number {
  const range = Number.isFinite(said.lo) || Number.isFinite(said.hi) ? said : pragmatic;
  if (!Number.isFinite(range.lo)) return range.hi;
  if (!Number.isFinite(range.hi)) return range.lo;
  return (range.lo + range.hi) / 2;
}

/** Each origin counts once for each figure it gives, with its share of the claims as weight. */
export function consensus(cluster: Cluster): Consensus | null {
  const perOrigin = new Map<number, number[]>();
  for (const claim of figures(cluster)) {
    const value = point(claim.figure);
    if (!Number.isFinite(value)) continue;
    const origin = claim.report.origin || -1 - claim.report.index;
    perOrigin.set(origin, [...(perOrigin.get(origin) ?? []), value]);
  }
  if (perOrigin.size < 2) return null;
  const votes: { value: number; weight: number }[] = [];
  const support = new Map<number, number>();
  for (const values of perOrigin.values()) {
    for (const value of values) votes.push({ value, weight: 1 / values.length });
    for (const value of new Set(values)) support.set(value, (support.get(value) ?? 0) + 1);
  }
  votes.sort((x, y) => x.value - y.value);
  const supported = votes.find((vote) => support.get(vote.value)! > 1);
  let half = perOrigin.size / 2;
  const median = votes.find((vote) => (half -= vote.weight) <= 1e-9) ?? votes[0]!;
  return {
    low: votes[0]!.value,
    conservative: (supported ?? votes[0]!).value,
    median: median.value,
    high: votes[votes.length - 1]!.value,
    origins: perOrigin.size,
  };
}

/** Who says what, for clusters without figures: most independent origins first. */
export function positions(cluster: Cluster): { shown: string; claims: Claim[]; origins: number }[] {
  const byValue = new Map<string, Claim[]>();
  for (const claim of cluster.claims) {
    byValue.set(claim.shown, [...(byValue.get(claim.shown) ?? []), claim]);
  }
  return [...byValue]
    .map(([shown, claims]) => ({
      shown,
      claims,
      origins: new Set(claims.map((claim) => claim.report.origin || -1 - claim.report.index)).size,
    }))
    .sort((x, y) => y.origins - x.origins || (x.shown < y.shown ? -1 : 1));
}

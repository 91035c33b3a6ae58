import type { Claim, Cluster, Figure } from "./model";

export const figures = (cluster: Cluster): (Claim & { figure: Figure })[] => {
  const unit = cluster.claims.find((claim) => claim.figure)?.figure?.unit;
  return cluster.claims.filter(
    (claim): claim is Claim & { figure: Figure } => claim.figure?.unit === unit && unit !== undefined,
  );
};

/** The one number to draw for what was said: the middle of a range, the finite end of an open one.
    Where no figure was given, as in "an unknown number", it is NaN. */
export function point({ said: { lo, hi } }: Figure): number {
  if (!Number.isFinite(lo) && !Number.isFinite(hi)) return NaN;
  if (!Number.isFinite(lo)) return hi;
  if (!Number.isFinite(hi)) return lo;
  return (lo + hi) / 2;
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

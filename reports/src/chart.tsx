// Forest plot of a disputed figure: one row a claim, a dot for what was said, a bar for what a
// reader expects, a thin line for what the words allow; behind them the spread over all origins.

import { useMemo } from "preact/hooks";
import { figures, point } from "./figures";
import type { Claim, Cluster, Figure, Interval, Spread } from "./model";
import { counted, date, number } from "./words";

const kRow = 30;
const kColours = 8;
const kRowsFirst = 24;

type Drawn = Claim & { figure: Figure };

/** Maps a value to a percentage of the width. */
interface Scale {
  at(value: number): number;
  ticks: number[];
}

function steps(lo: number, hi: number): number[] {
  const rough = (hi - lo) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough)!;
  const ticks: number[] = [];
  for (let tick = Math.ceil(lo / step) * step; tick <= hi + step / 1e6; tick += step) ticks.push(tick);
  return ticks;
}

function scaleOf(claims: Drawn[]): Scale {
  const ends = claims.flatMap(({ figure }) =>
    [point(figure), figure.hard.lo, figure.hard.hi, figure.pragmatic.lo, figure.pragmatic.hi]);
  const finite = ends.filter(Number.isFinite);
  const lo = Math.min(...finite);
  const hi = Math.max(...finite);
  const positive = finite.filter((value) => value > 0);
  if (lo >= 0 && positive.length > 0 && hi / Math.min(...positive) > 100) {
    const from = Math.floor(Math.log10(Math.min(...positive)));
    const to = Math.ceil(Math.log10(hi) + 1e-9);
    const every = Math.ceil((to - from) / 5);
    return {
      at: (value) => 4 + 92 * clamp((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)),
      ticks: Array.from({ length: Math.floor((to - from) / every) + 1 },
        (_, i) => 10 ** (from + i * every)),
    };
  }
  const factor = claims[0]!.figure.factor;
  const pad = hi > lo ? (hi - lo) * 0.08 : Math.max(Math.abs(hi) * 0.1, factor);
  const [from, to] = [lo >= 0 ? Math.max(0, lo - pad) : lo - pad, hi + pad];
  return {
    at: (value) => 4 + 92 * clamp((value - from) / (to - from)),
    ticks: steps(from / factor, to / factor).map((tick) => tick * factor),
  };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
const percent = (share: number): string => `${Math.round(share * 100) / 100}%`;

function Bar({ range, scale, y, kind }: { range: Interval; scale: Scale; y: number; kind: string }) {
  const [from, to] = [
    Number.isFinite(range.lo) ? scale.at(range.lo) : 1,
    Number.isFinite(range.hi) ? scale.at(range.hi) : 99,
  ];
  if (to - from < 0.05) return null;
  return <line class={kind} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />;
}

/** Colour and, so that colour is never alone, shape of an origin. */
export const colour = (origin: number): number => (Math.max(1, origin) - 1) % kColours;

function Dot({ x, y, origin, open }: { x: string; y: number; origin: number; open: string }) {
  const kind = `dot c${colour(origin)}`;
  return (
    <svg x={x} y={y} overflow="visible" class={kind}>
      {open === "more" && <path d="M9 -4 L14 0 L9 4" class="arrow" />}
      {open === "less" && <path d="M-9 -4 L-14 0 L-9 4" class="arrow" />}
      {colour(origin) % 4 === 0 && <circle r="5.5" />}
      {colour(origin) % 4 === 1 && <rect x="-5" y="-5" width="10" height="10" />}
      {colour(origin) % 4 === 2 && <path d="M0 -7 L7 0 L0 7 L-7 0 Z" />}
      {colour(origin) % 4 === 3 && <path d="M0 -6.5 L6.5 5 L-6.5 5 Z" />}
    </svg>
  );
}

function Row({ claim, scale, at, counts }:
  { claim: Drawn; scale: Scale; at: number; counts: boolean }) {
  const y = at * kRow + kRow / 2;
  const { said, hard, pragmatic } = claim.figure;
  const open = said.hi === Infinity ? "more" : said.lo === -Infinity ? "less" : "";
  return (
    <g>
      <Bar range={hard} scale={scale} y={y} kind="hard" />
      <Bar range={pragmatic} scale={scale} y={y} kind={`soft c${colour(claim.report.origin)}`} />
      {counts &&
        <Dot x={percent(scale.at(point(claim.figure)))} y={y} origin={claim.report.origin} open={open} />}
    </g>
  );
}

function Band({ of, scale, height }: { of: Spread; scale: Scale; height: number }) {
  const from = scale.at(of.low);
  return (
    <g>
      <rect class="band" x={percent(from)} width={percent(scale.at(of.high) - from)} y="0"
        height={height} />
      <line class="conservative" x1={percent(scale.at(of.conservative))}
        x2={percent(scale.at(of.conservative))} y1="0" y2={height} />
      <line class="median" x1={percent(scale.at(of.median))} x2={percent(scale.at(of.median))}
        y1="0" y2={height} />
    </g>
  );
}

function SpreadInWords({ of, like }: { of: Spread; like: Figure }) {
  const say = (value: number): string => number(value, like);
  return (
    <p class="spread">
      Over {counted(of.origins, "independent origin")}: lowest <b>{say(of.low)}</b>, conservative{" "}
      <b>{say(of.conservative)}</b>, median <b>{say(of.median)}</b>, highest <b>{say(of.high)}</b>.
    </p>
  );
}

function plotOf(cluster: Cluster) {
  const all = figures(cluster)
    .filter((claim) => Number.isFinite(point(claim.figure)))
    .sort((x, y) => (x.when < y.when ? -1 : x.when > y.when ? 1 : x.index - y.index));
  if (all.length < 2) return null;
  const claims = all.slice(0, kRowsFirst);
  // A claim that holds whatever the figure is ("at least two" beside 198) has no part in the scale.
  const counts = (claim: Drawn): boolean =>
    !cluster.spreads.some((spread) => spread.idle.includes(claim));
  const scale = scaleOf(all.filter(counts));
  const height = claims.length * kRow;
  const like = all[0]!.figure;
  const drawn = (
    <>
      <div class="axis" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span style={{ left: percent(scale.at(tick)) }}>{number(tick, like)}</span>
        ))}
      </div>
      <svg aria-hidden="true" width="100%" height={height}>
        {cluster.spreads[0] && <Band of={cluster.spreads[0]} scale={scale} height={height} />}
        {scale.ticks.map((tick) => (
          <line class="tick" x1={percent(scale.at(tick))} x2={percent(scale.at(tick))} y1="0"
            y2={height} />
        ))}
        {claims.map((claim, at) =>
          <Row claim={claim} scale={scale} at={at} counts={counts(claim)} />)}
      </svg>
    </>
  );
  return { all, claims, like, drawn };
}

/** Nothing where fewer than two claims of the cluster carry a figure of one unit. */
export function Forest({ cluster, current = [] }: { cluster: Cluster; current?: Claim[] }) {
  const plot = useMemo(() => plotOf(cluster), [cluster]);
  if (!plot) return null;
  const { all, claims, like, drawn } = plot;
  return (
    <figure class="forest">
      <div class="plot">
        {drawn}
        <ol class="rows">
          {claims.map((claim) => (
            <li class={current.includes(claim) ? "current" : undefined}>
              <span class="who"><bdi>{claim.report.source}</bdi></span>{" "}
              <span class="when">{date(claim.when)}</span>{" "}
              <b><bdi>{claim.shown}</bdi></b>{" "}
              <span class={`origin c${colour(claim.report.origin)}`}>
                <span class="hidden">origin </span>{claim.report.origin}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption>
        {cluster.spreads.map((spread) => <SpreadInWords of={spread} like={like} />)}
        {all.length > claims.length &&
          <p class="soft">{all.length - claims.length} more claims of this figure.</p>}
      </figcaption>
    </figure>
  );
}

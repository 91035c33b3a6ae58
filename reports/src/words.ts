// Words and numbers for people.

import type { Figure, Finding, Report } from "./model";

/** "numeric conflict" for "numeric-conflict". */
export const inWords = (name: string): string => name.replace(/-/g, " ");

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${group(count)} ${count === 1 ? one : many}`;

export const group = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const kMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "20 Mar 2030, 14:05 UTC"; midnight is a date alone. */
export function date(iso: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(iso);
  if (!match) return "date unknown";
  const day = `${Number(match[3])} ${kMonths[Number(match[2]) - 1]} ${match[1]}`;
  return !match[4] || match[4] === "00:00" ? day : `${day}, ${match[4]} UTC`;
}

/** "four days later" between two publications, "" when one is unknown or both are of one day. */
export function gap(from: string, to: string): string {
  const days = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 864e5);
  if (!Number.isFinite(days) || days === 0) return "";
  return `${counted(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`;
}

/** A number of the figure's base unit in the unit in which the figure is shown. */
export function number(value: number, figure: Figure): string {
  const shown = value / figure.factor;
  for (const [scale, word] of [[1e12, "trn"], [1e9, "bn"], [1e6, "m"]] as const) {
    if (Math.abs(shown) >= scale) return `${figure.before}${trim(shown / scale)} ${word}${figure.after}`;
  }
  return figure.before + trim(shown) + figure.after;
}

function trim(value: number): string {
  const [whole, part] = String(Math.round(value * 1000) / 1000).split(".");
  return group(Number(whole)) + (part ? `.${part}` : "");
}

export const heading = (report: Report): string => report.title || report.path;

export const sides = (finding: Finding): string => `${finding.a.shown} against ${finding.b.shown}`;

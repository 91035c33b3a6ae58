import type { Decision } from "./decisions";
import type { Claim, Finding } from "./model";
import { verdictWords } from "./pair";
import { date, inWords, sides } from "./words";

/** Text from reports cannot become markup: everything that Markdown reads is escaped. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");

const side = ({ report, marked: [before, words, after] }: Claim): string =>
  `> ${plain(before)}**${plain(words)}**${plain(after)}\n>\n` +
  `> ${plain(report.source)}, ${date(report.published)}, ${plain(report.url || report.path)}\n`;

export function markdown(finding: Finding, decision: Decision | undefined): string {
  const { severity, verdict, reason, id, a, b } = finding;
  return `**${severity}, ${inWords(verdict)}: ${plain(sides(finding))}**\n\n${side(a)}\n${side(b)}\n` +
    `${plain(reason)} (${a.attribute}, ${id})\n` +
    (decision ? `\nDecided: ${verdictWords(decision)}${decision.note && `, ${plain(decision.note)}`}\n` : "");
}

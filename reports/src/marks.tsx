// A sentence with its claim. Text from reports is only ever a text node.

import { useState } from "preact/hooks";
import type { Piece } from "./difference";
import type { Claim } from "./model";

const kReach = 700;
const kClaim = 1500;

/** Cuts between code points. */
export function clip(text: string, size: number): string {
  if (text.length <= size) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(size - 1)) ? size - 1 : size;
  return `${text.slice(0, end)}…`;
}

function clipStart(text: string, size: number): string {
  if (text.length <= size) return text;
  const at = text.length - size;
  return `…${text.slice(/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)}`;
}

export function Sentence({ claim, pieces, label }: { claim: Claim; pieces: Piece[]; label: string }) {
  const [whole, setWhole] = useState(false);
  const [before, words, after] = claim.marked;
  const long = before.length > kReach || after.length > kReach || words.length > kClaim;
  const cut = long && !whole;
  return (
    <>
      {cut ? clipStart(before, kReach) : before}
      <span class="claim">
        {pieces.map(({ text, differs }) => {
          const shown = cut ? clip(text, kClaim) : text;
          return differs
            ? <mark><span class="hidden">[{label}: </span>{shown}<span class="hidden">]</span></mark>
            : shown;
        })}
      </span>
      {cut ? clip(after, kReach) : after}
      {long && (
        <button type="button" class="link" onClick={() => setWhole(!whole)}>
          {whole ? "Cut the sentence" : "Show the whole sentence"}
        </button>
      )}
    </>
  );
}

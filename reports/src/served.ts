// Decisions with the program that serves the page: what was seen goes along with what is wanted, so
// that two browsers do not overwrite each other.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { accept, type Decision, type Decisions } from "./decisions";
import { counted } from "./words";

interface Change {
  fingerprint: string;
  expected: Decision | null;
  next: Decision | null;
}

const kAddress = "decisions";

/** All decisions as they stand. */
async function fetchAll(): Promise<Decision[]> {
  const answer = await fetch(kAddress, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return accept((await answer.json()).decisions);
}

/** The decisions that stood in the way: they are as others have made them. */
async function send(changes: Change[]): Promise<{ fingerprint: string; now: Decision | null }[]> {
  const answer = await fetch(kAddress, {
    method: "POST",
    keepalive: true, // also when the page is closed meanwhile
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ changes }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).conflicts;
}

type All = ReadonlyMap<string, Decision>;

/** What turns `from` into `to`. */
function changes(from: All, to: All): Change[] {
  const out: Change[] = [];
  for (const fingerprint of new Set([...from.keys(), ...to.keys()])) {
    const [expected, next] = [from.get(fingerprint) ?? null, to.get(fingerprint) ?? null];
    if (JSON.stringify(expected) !== JSON.stringify(next)) out.push({ fingerprint, expected, next });
  }
  return out;
}

const kEvery = 4000;
export const kSaved = "saved in the database";

/** Keeps the page and the program in step; says how that goes, "" when the page is not served. */
export function useServed(served: boolean, decisions: Decisions,
  setDecisions: (change: (old: Decisions) => Decisions) => void, say: (words: string) => void): string {
  const [state, setState] = useState(served ? kSaved : "");
  const known = useRef(decisions.all);
  const latest = useRef(decisions);
  const busy = useRef(false);
  latest.current = decisions;

  const take = (foreign: Change[]): void => setDecisions((old) =>
    old.with(foreign.map(({ fingerprint, next }) => [fingerprint, next ?? undefined])));

  const upload = async (mine: Change[]): Promise<void> => {
    const conflicts = await send(mine);
    const now = new Map(known.current);
    const put = (fingerprint: string, next: Decision | null): void => {
      if (next) now.set(fingerprint, next);
      else now.delete(fingerprint);
    };
    for (const { fingerprint, next } of mine) put(fingerprint, next);
    for (const conflict of conflicts) put(conflict.fingerprint, conflict.now);
    known.current = now;
    if (conflicts.length === 0) return;
    take(conflicts.map(({ fingerprint, now: next }) => ({ fingerprint, expected: null, next })));
    say(`${counted(conflicts.length, "finding")} decided elsewhere meanwhile: that decision stands`);
  };

  const sync = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (let mine; (mine = changes(known.current, latest.current.all)).length > 0;) {
        setState("saving…");
        await upload(mine);
      }
      const all = new Map((await fetchAll()).map((decision) => [decision.fingerprint, decision]));
      const own = new Set(changes(known.current, latest.current.all).map((one) => one.fingerprint));
      const foreign = changes(known.current, all).filter((one) => !own.has(one.fingerprint));
      if (own.size === 0) known.current = all;
      if (own.size === 0 && foreign.length > 0) take(foreign);
      if (own.size === 0) setState(kSaved);
    } catch {
      setState("not saved: is the program still running?");
    }
    busy.current = false;
  };

  useLayoutEffect(() => {
    if (served) void sync();
  }, [decisions]);
  useEffect(() => {
    if (!served) return;
    const timer = setInterval(() => void sync(), kEvery);
    const focus = (): void => void sync();
    addEventListener("focus", focus);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", focus);
    };
  }, []);
  return state;
}

import { render } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Bar, kChoices, Key } from "./bar";
import {
  compare, Decisions, kReasons, read as readDecisions, sentence, write as writeDecisions,
  type Decision, type Merge, type Verdict,
} from "./decisions";
import { Bulk, Help, Import, Stale } from "./dialogs";
import { Drawer, type Opened } from "./drawer";
import { Filters } from "./filters";
import { bindKeys } from "./keys";
import { List } from "./list";
import { markdown } from "./markdown";
import type { Claim, Cluster, Finding, Model } from "./model";
import { Pair, verdictWords } from "./pair";
import { Address, pinned, read as readPlace, write as writePlace, type Place, type View } from "./place";
import { printOut } from "./print";
import { filter } from "./query";
import { copy, download, kFile, saveDraft, setting } from "./store";
import { kSaved, useServed } from "./served";
import { Stories } from "./stories";
import { counted } from "./words";

type Change = [string, Decision | undefined];
type Asking = "" | "reason" | "bulk" | "help" | "stale";

/** Findings of one group stand together, groups in the order of their first finding. */
function together(findings: Finding[]): Finding[] {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.cluster.index);
    if (group) group.push(finding);
    else groups.set(finding.cluster.index, [finding]);
  }
  return [...groups.values()].flat();
}

function listed(model: Model, place: Place, decisions: Decisions): Finding[] {
  const pin = pinned(place.pin, model);
  const claim = pin?.finding[pin.side];
  const pool = claim
    ? model.findings.filter((finding) => finding.a === claim || finding.b === claim)
    : model.findings;
  const found = filter(pool, place.query, decisions);
  return place.grouped ? together(found) : found;
}

/** What is shown and where in the history of the address it stands. */
function usePlace(model: Model): [Place, (change: Partial<Place>, keep?: boolean) => void] {
  const [place, setPlace] = useState(() => readPlace(location.hash, model));
  const address = useRef(new Address());
  useLayoutEffect(() => {
    const follow = (): void => {
      address.current.forget();
      setPlace(readPlace(location.hash, model));
    };
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("hashchange", follow);
      removeEventListener("popstate", follow);
    };
  }, [model]);
  const go = useCallback((change: Partial<Place>, keep = false): void => {
    setPlace((old) => {
      const next = { ...old, ...change };
      address.current.write(writePlace(next), !keep && next.view !== old.view);
      return next;
    });
  }, []);
  return [place, go];
}

export function App({ model, start }: { model: Model; start: Decisions }) {
  const [place, go] = usePlace(model);
  const report = model.reports[Number(place.report) - 1];
  const [decisions, setDecisions] = useState(start);
  const [undo, setUndo] = useState<Change[][]>([]);
  const [asking, setAsking] = useState<Asking>("");
  const [merge, setMerge] = useState<Merge | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [reasonFor, setReasonFor] = useState<Finding | null>(null);
  const [groupChosen, setGroupChosen] = useState<Cluster | null>(null);
  const [context, setContext] = useState(false);
  const [keys, setKeys] = useState(setting("keys") !== "off");
  const [reviewer, setReviewer] = useState(setting("reviewer"));
  const [said, setSaid] = useState({ words: "", number: 0 });
  const say = useCallback((words: string): void =>
    setSaid(({ number }) => ({ words, number: number + 1 })), []);
  const [unexported, setUnexported] = useState(false);
  const [kept, setKept] = useState(true);
  const chooser = useRef<HTMLInputElement>(null);

  const findings = useMemo(() => listed(model, place, decisions),
    [model, place.query, place.grouped, place.pin, decisions]);
  const chosen = model.byId.get(place.finding);
  const current = chosen ?? findings[0] ?? null;
  const group = current?.cluster.findings ?? [];
  // Both are about what is in view: who moves on has left them.
  const wholeGroup = current !== null && groupChosen === current.cluster;
  const asksReason = asking === "reason" && current !== null && reasonFor === current;
  const open = group.filter((finding) => !decisions.of(finding));
  const affected = wholeGroup && open.length > 0 ? open : current ? [current] : [];
  const settles = affected.length;

  useLayoutEffect(() => {
    document.documentElement.dataset["view"] = place.view;
  }, [place.view]);
  useEffect(() => {
    if (place.view === "overview") {
      render(<Stories model={model} decisions={decisions} />, document.getElementById("stories")!);
    }
  }, [place.view, decisions]);

  useLayoutEffect(() => {
    if (report) setOpened({ report, focus: null });
    if (place.report) go({ report: "" }, true);
  }, [place.report]);

  const { served } = model.data;
  const saved = useServed(served, decisions, setDecisions, say);
  // From here on at once, and not after the next frame: a page can be closed in between.
  useLayoutEffect(() => {
    if (served || decisions === start) return;
    const save = (): void => setKept(saveDraft(model.data.id, decisions));
    const soon = setTimeout(save, 300);
    addEventListener("pagehide", save);
    return () => {
      clearTimeout(soon);
      removeEventListener("pagehide", save);
    };
  }, [decisions]);

  useLayoutEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (served ? saved !== kSaved : unexported) addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unexported, saved]);

  const apply = (changes: Change[], words: string): Decisions => {
    const before = changes.map(([id]): Change => [id, decisions.all.get(id)]);
    const next = decisions.with(changes);
    setDecisions(next);
    setUndo([...undo, before]);
    setUnexported(true);
    const left = model.findings.length - next.decided(model.findings);
    say(`${words}, ${left} left`);
    return next;
  };

  const decisionOf = (finding: Finding, verdict: Verdict, reason: string, note: string): Decision => ({
    fingerprint: finding.id, verdict, reason, note, reviewer,
    at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    claims: [sentence(finding.a), sentence(finding.b)],
  });

  const show = (finding: Finding | undefined): void => {
    if (!finding) return;
    setAsking("");
    go({ view: "findings", finding: finding.id }, true);
  };

  const decide = (some: Finding[], verdict: Verdict, reason = "", note?: string): void => {
    if (some.length === 0) return;
    const changes = some.map((finding): Change => [finding.id,
      decisionOf(finding, verdict, reason, note ?? decisions.all.get(finding.id)?.note ?? "")]);
    const words = verdictWords(changes[0]![1]!);
    const next = apply(changes,
      some.length > 1 ? `${counted(some.length, "finding")}: ${words}` : `${words[0]!.toUpperCase()}${words.slice(1)}`);
    setAsking("");
    setGroupChosen(null);
    const at = current ? findings.indexOf(current) : -1;
    const after = [...findings.slice(at + 1), ...findings.slice(0, Math.max(at, 0))];
    const onward = after.find((finding) => !next.of(finding));
    if (onward) show(onward);
    else if (at >= 0 && after[0]) go({ finding: current!.id }, true);
  };

  const takeBack = (): void => {
    const last = undo[undo.length - 1];
    if (!last) return;
    setDecisions(decisions.with(last));
    setUndo(undo.slice(0, -1));
    setUnexported(true);
    say(`Undone: ${counted(last.length, "decision")}`);
    if (last.length === 1 || !current) show(model.byId.get(last[0]![0]));
  };

  const step = (by: number): void => {
    const at = current ? findings.indexOf(current) : -1;
    show(findings[at < 0 ? 0 : at + by]);
  };

  const exportAll = (): void => {
    download(writeDecisions(decisions.all.values()), kFile);
    setUnexported(false);
    say(`${counted(decisions.all.size, "decision")} exported to ${kFile}`);
  };

  const importFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const theirs = readDecisions(await file.text());
      setMerge(compare(latest.current.decisions.all, theirs));
    } catch (error) {
      say(`${file.name}: ${(error as Error).message}`);
    }
  };

  const importMerged = (theirs: boolean): void => {
    const { added, conflicts } = merge!;
    const taken = [...added, ...(theirs ? conflicts.map((conflict) => conflict.theirs) : [])];
    apply(taken.map((decision): Change => [decision.fingerprint, decision]),
      `${counted(taken.length, "decision")} imported`);
    setMerge(null);
  };

  const choose = (verdict: Verdict): void => {
    if (verdict !== "dismiss") return decide(affected, verdict);
    setReasonFor(current);
    setAsking("reason");
  };
  const toggleGroup = (): void =>
    setGroupChosen(!wholeGroup && current && group.length > 1 ? current.cluster : null);
  const openReport = (claim: Claim | undefined): void => {
    if (claim) setOpened({ report: claim.report, focus: claim });
  };
  const wanted = useRef("");
  const focusOn = (id: string): void => {
    if (place.view === "findings") return document.getElementById(id)?.focus();
    wanted.current = id;
    go({ view: "findings" });
  };
  useLayoutEffect(() => {
    document.getElementById(wanted.current)?.focus();
    wanted.current = "";
  }, [place.view]);
  const deciding = place.view === "findings" && current !== null;
  const press: Record<string, () => void> = {
    "?": () => setAsking("help"),
    "/": () => focusOn("search"),
    e: exportAll,
    u: takeBack,
    j: () => step(1),
    k: () => step(-1),
    ...(deciding && !asksReason && {
      ...Object.fromEntries(kChoices.map(({ verdict, key }) => [key, () => choose(verdict)])),
      g: toggleGroup,
      n: () => focusOn("note"),
      c: () => setContext(!context),
      o: () => openReport(current.a),
      O: () => openReport(current.b),
    }),
    ...(asksReason && {
      ...Object.fromEntries(kReasons.map(([id], at) =>
        [String(at + 1), () => decide(affected, "dismiss", id)])),
      Escape: () => setAsking(""),
    }),
  };
  // Read when a key comes, so that two keys in one frame both meet the state they see.
  const latest = useRef({ on: keys, press, decisions });
  latest.current = { on: keys, press, decisions };
  useLayoutEffect(() => bindKeys(() => latest.current), []);

  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void importFile(event.dataTransfer?.files[0]);
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  });

  useLayoutEffect(() => {
    const root = document.getElementById("print")!;
    const out = (): void => printOut(root, model, findings, decisions);
    const media = matchMedia("print");
    const change = (): void => (media.matches ? out() : printOut(root, model, [], decisions));
    addEventListener("beforeprint", out);
    media.addEventListener("change", change);
    return () => {
      removeEventListener("beforeprint", out);
      media.removeEventListener("change", change);
    };
  }, [findings, decisions]);

  // The same element again spares the comparison of some hundred options at each step.
  const filters = useMemo(() => (
    <Filters model={model} query={place.query} shown={findings.length} keys={keys}
      grouped={place.grouped} onGrouped={() => go({ grouped: !place.grouped })}
      onQuery={(query) => go({ query, finding: "" }, true)} onBulk={() => setAsking("bulk")} />
  ), [place.query, place.grouped, findings.length, keys]);
  const content = place.view === "findings" ? "main" : "page";
  const pin = pinned(place.pin, model);
  const pinnedClaim = pin?.finding[pin.side];
  const stale = useMemo(() => decisions.stale(), [decisions]);
  const decided = useMemo(() => decisions.decided(model.findings), [decisions]);
  const tab = (view: View, name: string) => (
    <a href={writePlace({ ...place, view, finding: view === "findings" ? place.finding : "" })}
      aria-current={place.view === view ? "page" : undefined}
      onClick={(event) => {
        event.preventDefault();
        go({ view });
        scrollTo(0, 0);
      }}>{name}</a>
  );

  // What is in the page now can be told from what was before.
  useLayoutEffect(() => {
    const root = document.documentElement.dataset;
    root["commits"] = String(Number(root["commits"] ?? 0) + 1);
  });

  return (
    <>
      <a class="skip" href={`#${content}`} onClick={(event) => {
        event.preventDefault();
        document.getElementById(content)!.focus();
      }}>Skip to the content</a>
      <header class="top">
        <span class="brand">Gainsay</span>
        <nav aria-label="Views">
          {tab("overview", "Overview")}
          {tab("findings", `Findings ${model.findings.length}`)}
          {tab("reports", `Reports ${model.reports.length}`)}
        </nav>
        <div class="progress">
          <progress max={Math.max(1, model.findings.length)} value={decided} aria-label="Decided" />
          <span>{decided} of {model.findings.length} decided</span>
        </div>
        <div class="file">
          {stale.length > 0 &&
            <button type="button" class="link" onClick={() => setAsking("stale")}>{stale.length} stale</button>}
          <span class="saved">
            {served ? saved : !unexported ? "" : kept ? "draft on this computer" : "not kept: export before you close"}
          </span>
          <button type="button" class={unexported && !served ? "primary" : ""} onClick={exportAll}>
            Export<Key on={keys}>e</Key>
          </button>
          <button type="button" onClick={() => chooser.current!.click()}>Import</button>
          <input ref={chooser} id="import" type="file" accept=".json,application/json" hidden
            onChange={(event) => {
              void importFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }} />
          <button type="button" onClick={() => setAsking("help")}>Keys<Key on={keys}>?</Key></button>
        </div>
      </header>
      {place.view === "findings" && (
        <main id="main" tabIndex={-1}>
          <div class="findings">
            <h1 class="hidden">Findings</h1>
            <div class="side-list">
              {filters}
              {pinnedClaim && (
                <p class="pinned">Pinned: <b><bdi>{pinnedClaim.shown}</bdi></b>, <bdi>{pinnedClaim.report.source}</bdi>{" "}
                  <button type="button" class="link" onClick={() => go({ pin: "" }, true)}>Unpin</button></p>
              )}
              <List findings={findings} current={current} decisions={decisions}
                grouped={place.grouped} onChoose={show} />
            </div>
            <div class="detail">
              {current ? (
                <>
                  <Pair finding={current} decisions={decisions}
                    onCopy={() => void copy(markdown(current, decisions.of(current)))
                      .then((done) => say(done ? "Copied" : "This browser does not copy"))}
                    actions={{
                      context,
                      pinned: pinnedClaim === current.a ? "a" : pinnedClaim === current.b ? "b" : "",
                      onPin: (side) => go({
                        pin: pinnedClaim === current[side] ? "" : `${current.id}.${side}`,
                        finding: current.id,
                      }, true),
                      onOpen: openReport,
                      onContext: () => setContext(!context),
                    }} />
                  <Bar finding={current} decision={decisions.of(current)} settles={settles} groupSize={group.length}
                    wholeGroup={wholeGroup} asking={asksReason} keys={keys}
                    undoable={undo.length} onGroup={toggleGroup}
                    onChoose={choose} onCancel={() => setAsking("")} onUndo={takeBack}
                    onReason={(reason, other) =>
                      decide(affected, "dismiss", reason, reason === "other" ? other : undefined)}
                    onNote={(note) => apply([[current.id,
                      { ...decisions.of(current)!, note }]], "Note kept")}
                    onClear={() => apply([[current.id, undefined]], "Taken back")} />
                </>
              ) : (
                <div class="empty">
                  <h2>{model.findings.length === 0 ? "No findings" : "Nothing left in this list"}</h2>
                  <p>{decided} of {model.findings.length} decided. {unexported && !served && "Export the decisions to keep them."}</p>
                </div>
              )}
            </div>
          </div>
        </main>
      )}
      <div class="toast" role="status">{said.words && <span key={said.number}>{said.words}</span>}</div>
      {opened && <Drawer {...opened} onClose={() => setOpened(null)} />}
      {asking === "help" && (
        <Help keys={keys} reviewer={reviewer} onClose={() => setAsking("")}
          onKeys={() => {
            setting("keys", keys ? "off" : "on");
            setKeys(!keys);
          }}
          onReviewer={(name) => {
            setting("reviewer", name);
            setReviewer(name);
          }} />
      )}
      {asking === "bulk" && (
        <Bulk count={findings.length} onClose={() => setAsking("")}
          onDecide={(verdict, reason) => decide(findings, verdict, reason)} />
      )}
      {asking === "stale" && (
        <Stale decisions={stale} onClose={() => setAsking("")} onDrop={() => {
          apply(stale.map((decision): Change => [decision.fingerprint, undefined]),
            `${counted(stale.length, "stale decision")} removed`);
          setAsking("");
        }} />
      )}
      {merge && <Import merge={merge} onMerge={importMerged} onClose={() => setMerge(null)} />}
    </>
  );
}

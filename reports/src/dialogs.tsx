// What asks before it acts, and the list of keys.

import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { kChoices } from "./bar";
import { kReasons, type Decision, type Merge, type Verdict } from "./decisions";
import { clip } from "./marks";
import { verdictWords } from "./pair";
import { counted } from "./words";

/** Open as long as it is in the page; the focus then returns to where it was. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const box = dialog.current!;
    box.showModal();
    return () => box.close();
  }, []);
}

/** At once: the event "close" would come after the next key. */
export const closing = (onClose: () => void) => ({
  onCancel: (event: Event): void => {
    event.preventDefault();
    onClose();
  },
});

export function Dialog({ title, onClose, children }: {
  title: string; onClose: () => void; children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  return (
    <dialog ref={dialog} class="box" aria-labelledby="dialog-title" {...closing(onClose)}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

export function Bulk({ count, onDecide, onClose }: {
  count: number; onDecide: (verdict: Verdict, reason: string) => void; onClose: () => void;
}) {
  const [verdict, setVerdict] = useState<Verdict>("dismiss");
  const [reason, setReason] = useState(kReasons[0]![0]);
  return (
    <Dialog title={`Decide ${counted(count, "finding")} at once`} onClose={onClose}>
      <p>The decision is made for every finding of the list as it is filtered now. Undo takes all of them back.</p>
      <p>
        <label>Decision <select value={verdict}
          onChange={(event) => setVerdict(event.currentTarget.value as Verdict)}>
          {kChoices.map((choice) => <option value={choice.verdict}>{choice.name}</option>)}
        </select></label>
      </p>
      {verdict === "dismiss" && (
        <p>
          <label>Reason <select value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
            {kReasons.map(([id, name]) => <option value={id}>{name}</option>)}
          </select></label>
        </p>
      )}
      <p class="buttons">
        <button type="button" class="primary"
          onClick={() => onDecide(verdict, verdict === "dismiss" ? reason : "")}>
          Decide {counted(count, "finding")}
        </button>
        <button type="button" onClick={onClose}>Cancel</button>
      </p>
    </Dialog>
  );
}

export function Import({ merge, onMerge, onClose }: {
  merge: Merge; onMerge: (theirs: boolean) => void; onClose: () => void;
}) {
  const { added, same, conflicts } = merge;
  return (
    <Dialog title="Import decisions" onClose={onClose}>
      <p>
        {counted(added.length, "new decision")}, {same} as here, {conflicts.length} decided
        differently here and there.
      </p>
      {conflicts.length > 0 && (
        <ul class="conflicts">
          {conflicts.slice(0, 50).map(({ mine, theirs }) => (
            <li>
              <q><bdi>{clip(mine.claims[0], 90)}</bdi></q><br />
              here <b>{verdictWords(mine)}</b>{by(mine)}, there <b>{verdictWords(theirs)}</b>{by(theirs)}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        {conflicts.length > 0 && (
          <button type="button" onClick={() => onMerge(true)}>Import, take theirs</button>
        )}
        <button type="button" class="primary" onClick={() => onMerge(false)}>
          {conflicts.length > 0 ? "Import, keep mine" : "Import"}
        </button>
        <button type="button" onClick={onClose}>Cancel</button>
      </p>
    </Dialog>
  );
}

const by = ({ reviewer }: Decision): string => (reviewer ? ` (${reviewer})` : "");

export function Stale({ decisions, onDrop, onClose }: {
  decisions: Decision[]; onDrop: () => void; onClose: () => void;
}) {
  return (
    <Dialog title={counted(decisions.length, "stale decision")} onClose={onClose}>
      <p>They were made about sentences that this report does not have, or has in other words. They change nothing here and stay in the export until they are removed.</p>
      <ul class="conflicts">
        {decisions.slice(0, 100).map((decision) => (
          <li>
            <b>{verdictWords(decision)}</b>{by(decision)}<br />
            <q><bdi>{clip(decision.claims[0], 140)}</bdi></q><br />
            <q><bdi>{clip(decision.claims[1], 140)}</bdi></q>
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" onClick={onDrop}>Remove {counted(decisions.length, "stale decision")}</button>
        <button type="button" class="primary" onClick={onClose}>Keep</button>
      </p>
    </Dialog>
  );
}

const kHelp: [string, string][] = [
  ["j k", "next, previous finding"],
  ...kChoices.map(({ key, name, title }): [string, string] => [key, `${name}: ${title.toLowerCase()}`]),
  ["1 … 7", "reason of a dismissal"],
  ["g", "let one decision settle the whole group"],
  ["u", "undo"],
  ["n", "write a note"],
  ["c", "show the sentences around"],
  ["o", "open the report; shift for that of side B"],
  ["/", "search"],
  ["e", "export the decisions"],
  ["?", "this list"],
  ["Esc", "close, leave the search"],
];

export function Help({ keys, reviewer, onKeys, onReviewer, onClose }: {
  keys: boolean; reviewer: string; onKeys: () => void; onReviewer: (name: string) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Keys and settings" onClose={onClose}>
      <p><label class="tick"><input type="checkbox" checked={keys} onChange={onKeys} /> Single keys act at once</label></p>
      <p><label>Reviewer <input type="text" value={reviewer} maxLength={100}
        onChange={(event) => onReviewer(event.currentTarget.value)} /></label></p>
      <table class="keys">
        <tbody>
          {kHelp.map(([key, what]) => (
            <tr><th scope="row">{key.split(" ").map((one) => <><kbd>{one}</kbd> </>)}</th><td>{what}</td></tr>
          ))}
        </tbody>
      </table>
      <p class="buttons"><button type="button" class="primary" onClick={onClose}>Close</button></p>
    </Dialog>
  );
}

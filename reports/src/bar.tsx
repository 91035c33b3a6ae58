// The decisions that can be made about the finding in view, or about its whole group.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { kReasons, type Decision, type Verdict } from "./decisions";
import type { Finding } from "./model";
import { verdictWords } from "./pair";
import { counted } from "./words";

export const kChoices: { verdict: Verdict; key: string; name: string; title: string }[] = [
  { verdict: "confirm", key: "a", name: "Confirm", title: "The reports do disagree" },
  { verdict: "dismiss", key: "d", name: "Dismiss", title: "No disagreement; asks for the reason" },
  { verdict: "variant", key: "v", name: "Variant", title: "The same in other words" },
  { verdict: "update", key: "p", name: "Update", title: "The later report is newer news" },
  { verdict: "later", key: "s", name: "Later", title: "Put aside" },
];

export interface BarProps {
  finding: Finding;
  decision: Decision | undefined;
  /** Findings that the next decision settles; more than one for a whole group. */
  settles: number;
  groupSize: number;
  wholeGroup: boolean;
  asking: boolean;
  keys: boolean;
  undoable: number;
  onGroup(): void;
  onChoose(verdict: Verdict): void;
  onReason(reason: string, other: string): void;
  onCancel(): void;
  onUndo(): void;
  onNote(note: string): void;
  onClear(): void;
}

export function Key({ on, children }: { on: boolean; children: string }) {
  return on ? <> <kbd>{children}</kbd></> : null;
}

function Reasons({ settles, keys, onReason, onCancel }: BarProps) {
  const [other, setOther] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <div class="reasons" role="group" aria-label="Reason for the dismissal">
      <p>Dismiss {counted(settles, "finding")}, because</p>
      {kReasons.map(([id, name], at) => id === "other"
        ? (
          <form class="other" onSubmit={(event) => {
            event.preventDefault();
            onReason(id, other);
          }}>
            <button type="submit">{name}<Key on={keys}>{String(at + 1)}</Key></button>
            <input type="text" value={other} maxLength={500} aria-label="Other reason, in words"
              placeholder="in words" onInput={(event) => setOther(event.currentTarget.value)} />
          </form>
        )
        : (
          <button type="button" ref={at === 0 ? first : undefined} onClick={() => onReason(id, "")}>
            {name}<Key on={keys}>{String(at + 1)}</Key>
          </button>
        ))}
      <button type="button" class="link" onClick={onCancel}>Cancel<Key on={keys}>Esc</Key></button>
    </div>
  );
}

export function Bar(props: BarProps) {
  const { finding, decision, settles, groupSize, wholeGroup, asking, keys, undoable } = props;
  return (
    <section class="decide" aria-label="Decide">
      {asking ? <Reasons {...props} /> : (
        <>
          <div class="choices">
            {kChoices.map(({ verdict, key, name, title }) => (
              <button type="button" title={title} class={`choice ${verdict}`}
                aria-pressed={decision?.verdict === verdict}
                onClick={() => props.onChoose(verdict)}>
                {name}{wholeGroup && settles > 1 && ` all ${settles}`}<Key on={keys}>{key}</Key>
              </button>
            ))}
            <span class="gap" />
            {groupSize > 1 && (
              <button type="button" aria-pressed={wholeGroup} onClick={props.onGroup}
                title="Let one decision settle every undecided finding of the group">
                Whole group of {groupSize}<Key on={keys}>g</Key>
              </button>
            )}
            <button type="button" disabled={undoable === 0} onClick={props.onUndo}>
              Undo<Key on={keys}>u</Key>
            </button>
          </div>
          <Note key={finding.id} decision={decision} keys={keys} onNote={props.onNote} onClear={props.onClear} />
        </>
      )}
    </section>
  );
}

function Note({ decision, keys, onNote, onClear }:
  Pick<BarProps, "decision" | "keys" | "onNote" | "onClear">) {
  // What is being written, which nothing else that happens may overwrite.
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div class="noteline">
      <label>
        <span>Note<Key on={keys}>n</Key></span>
        <input id="note" type="text" maxLength={2000} disabled={!decision}
          placeholder={decision ? "" : "after the decision"} value={draft ?? decision?.note ?? ""}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => {
            setDraft(null);
            onNote(event.currentTarget.value);
          }} />
      </label>
      {decision && (
        <span class="made">
          <b>{verdictWords(decision)}</b>
          {decision.reviewer && <> by <bdi>{decision.reviewer}</bdi></>}{" "}
          <button type="button" class="link" onClick={onClear}>Take back</button>
        </span>
      )}
    </div>
  );
}

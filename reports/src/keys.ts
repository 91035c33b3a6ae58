export interface Keys {
  on: boolean;
  press: Record<string, () => void>;
}

/** Those that go on while they are held down; a decision is made once. */
const kHeld = new Set(["j", "k"]);

/** Single keys; not while something is typed or a dialog is open, and not when switched off. */
export function bindKeys(keys: () => Keys): () => void {
  const handle = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    const typing = target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && typing) target.blur();
    if (typing || document.querySelector("dialog[open]")) return;
    const { on, press } = keys();
    if (!on && event.key !== "Escape") return;
    const action = press[event.key];
    if (!action || (event.repeat && !kHeld.has(event.key))) return;
    event.preventDefault();
    action();
  };
  document.addEventListener("keydown", handle);
  return () => document.removeEventListener("keydown", handle);
}

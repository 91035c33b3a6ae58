// Where decisions are kept: on this computer as a draft, in a file, or with the program that serves
// the page.

import { type Decision, type Decisions, read, write } from "./decisions";

const key = (report: string): string => `gainsay:${report}`;

/** What file: pages may keep differs between browsers: any failure means "not kept". */
export function loadDraft(report: string): Decision[] {
  try {
    const text = localStorage.getItem(key(report));
    return text === null ? [] : read(text);
  } catch {
    return [];
  }
}

export function saveDraft(report: string, decisions: Decisions): boolean {
  try {
    localStorage.setItem(key(report), write(decisions.all.values()));
    return true;
  } catch {
    return false;
  }
}

export function setting(name: string, value?: string): string {
  try {
    if (value !== undefined) localStorage.setItem(`gainsay.${name}`, value);
    return localStorage.getItem(`gainsay.${name}`) ?? "";
  } catch {
    return value ?? "";
  }
}

export const kFile = "gainsay-decisions.json";

export function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

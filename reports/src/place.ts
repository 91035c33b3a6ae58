// What is shown, as the text behind # in the address: links lead back to it.

import type { Finding, Model } from "./model";

export type View = "overview" | "findings" | "reports";

export interface Place {
  view: View;
  /** Id of the finding in view, "" for the first of the list. */
  finding: string;
  query: string;
  grouped: boolean;
  /** Number of the report to open, "" for none; never written. */
  report: string;
  /** "<finding>.a": this side stays and the others that meet it are walked. */
  pin: string;
}

export const kUndecided = "is:undecided";
export const kStart: Place =
  { view: "overview", finding: "", query: kUndecided, grouped: true, report: "", pin: "" };

export function read(hash: string, model: Model): Place {
  const text = hash.replace(/^#/, "");
  const given = new URLSearchParams(text);
  const finding = given.get("f") ?? "";
  const view = given.get("view");
  return {
    view: view === "findings" || view === "reports" ? view : finding ? "findings" : "overview",
    finding: model.byId.has(finding) ? finding : "",
    query: given.get("q") ?? (finding ? "" : kUndecided),
    report: given.get("report") ?? "",
    grouped: given.get("group") !== "0",
    pin: given.get("pin") ?? "",
  };
}

export function write(place: Place): string {
  const parts: string[] = [];
  const add = (key: string, value: string): void => {
    parts.push(`${key}=${encodeURIComponent(value).replace(/%3A/g, ":").replace(/%20/g, "+")}`);
  };
  if (place.finding && place.view === "findings") add("f", place.finding);
  else if (place.view !== "overview") add("view", place.view);
  if (place.view === "findings") {
    const usual = place.finding ? "" : kUndecided;
    if (place.query !== usual) add("q", place.query);
    if (!place.grouped) add("group", "0");
    if (place.pin) add("pin", place.pin);
  }
  return `#${parts.join("&")}`;
}

const kRest = 350;

/**
 * The address that the browser shows. Browsers refuse to change it too often (Safari after 100
 * times in 30 seconds): a quick walk changes it when it comes to rest.
 */
export class Address {
  private wanted = "";
  private timer = 0;

  write(hash: string, push: boolean): void {
    if (push) {
      this.flush();
      if (hash !== location.hash) history.pushState(null, "", hash);
      return;
    }
    this.wanted = hash;
    if (this.timer) return;
    this.flush();
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.flush();
    }, kRest);
  }

  private flush(): void {
    if (this.wanted && this.wanted !== location.hash) history.replaceState(null, "", this.wanted);
    this.wanted = "";
  }

  forget(): void {
    this.wanted = "";
  }
}

/** The stable address of a finding. */
export const linkTo = (finding: Finding): string => `#f=${finding.id}`;

export function pinned(pin: string, model: Model): { finding: Finding; side: "a" | "b" } | null {
  const [id = "", side] = pin.split(".");
  const finding = model.byId.get(id);
  return finding && (side === "a" || side === "b") ? { finding, side } : null;
}

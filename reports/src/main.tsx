import { render } from "preact";
import { App } from "./app";
import { accept, Decisions } from "./decisions";
import { readModel, type Data } from "./model";
import { loadDraft } from "./store";

const data = JSON.parse(document.getElementById("data")!.textContent!) as Data;
const model = readModel(data);
const kept = [...accept(data.decisions), ...(data.served ? [] : loadDraft(data.id))];
const start = new Decisions(new Map(), model)
  .with(kept.map((decision) => [decision.fingerprint, decision]));
document.documentElement.classList.add("scripted");
render(<App model={model} start={start} />, document.getElementById("app")!);

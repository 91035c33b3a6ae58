#!/usr/bin/env python3
"""Of the comparable pairs of a data set, count those that pairing proposed.

usage: gold_recall.py DATASET REPORT.json

REPORT.json is what `gainsay report --list-abstained --format json DATASET/docs` prints: it lists
every pair that was proposed. A pair of gold mentions of one key in two reports is comparable when
claims of one attribute overlap them; it is proposed when such a pair of claims is.
"""
import collections
import itertools
import json
import pathlib
import sys


def claims_of_mentions(data, report):
    """Each gold mention as its key, its document and the claims whose span overlaps it."""
    names = {d["id"]: pathlib.Path(d["path"]).stem for d in report["documents"]}
    claims = collections.defaultdict(list)
    for claim in report["claims"]:
        claims[names[claim["document"]]].append(claim)
    lines = {p.stem: p.read_bytes().split(b"\n") for p in (data / "docs").glob("*.txt")}
    for line in (data / "gold" / "mentions.jsonl").read_text(encoding="utf8").splitlines():
        mention = json.loads(line)
        doc, number = mention["doc"], mention["line"] - 1
        at = -1
        for _ in range(mention.get("nth", 1)):
            at = lines[doc][number].find(mention["surface"].encode(), at + 1)
        begin = sum(len(line) + 1 for line in lines[doc][:number]) + at
        end = begin + len(mention["surface"].encode())
        overlapping = [
            c for c in claims[doc] if c["span"]["start"] < end and begin < c["span"]["end"]
        ]
        yield mention["key"], doc, overlapping


def main(data, report):
    proposed = {frozenset((f["a"], f["b"])) for f in report["findings"]}
    of_key = collections.defaultdict(list)
    for key, doc, claims in claims_of_mentions(data, report):
        of_key[key].append((doc, claims))
    comparable = found = 0
    for key, mentions in sorted(of_key.items()):
        for (doc_a, of_a), (doc_b, of_b) in itertools.combinations(mentions, 2):
            pairs = [(a, b) for a in of_a for b in of_b if a["attribute"] == b["attribute"]]
            if doc_a == doc_b or not pairs:
                continue
            comparable += 1
            hit = any(frozenset((a["id"], b["id"])) in proposed for a, b in pairs)
            found += hit
            if not hit:
                a, b = pairs[0]
                print(key, doc_a, a["text"], doc_b, b["text"], a["attribute"], sep="\t",
                      file=sys.stderr)
    print(f"{found} of {comparable} comparable pairs proposed: {found / max(1, comparable):.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf8")))

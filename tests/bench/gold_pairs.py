#!/usr/bin/env python3
"""Print the sentences of a data set for `gainsay model eval`.

usage: gold_pairs.py DATASET > FILE

DATASET holds docs/NAME.txt, one sentence a line, and gold/mentions.jsonl. A line of the output is
`report TAB keys mentioned in the sentence TAB sentence`; sentences without a mention have no keys.
"""
import collections
import json
import pathlib
import sys

if len(sys.argv) != 2:
    sys.exit(__doc__)
data = pathlib.Path(sys.argv[1])
keys = collections.defaultdict(set)
with open(data / "gold" / "mentions.jsonl", encoding="utf8") as mentions:
    for line in mentions:
        if line.strip():
            mention = json.loads(line)
            keys[mention["doc"], mention["line"]].add(mention["key"])
for path in sorted((data / "docs").glob("*.txt")):
    for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), 1):
        if line.strip():
            print(path.stem, " ".join(sorted(keys[path.stem, number])), line.strip(), sep="\t")

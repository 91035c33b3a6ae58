#!/usr/bin/env python3
"""Print the claims of gold mentions for claim_bench.

usage: gold_claims.py DATASET REPORT.json > FILE

REPORT.json is what `gainsay report --format json DATASET/docs` prints. A line of the output is
`report TAB story TAB attribute TAB kind TAB keys TAB sentence TAB clause`: the keys
are those of the gold mentions that the claim overlaps, and the clause is the sentence cut at commas,
semicolons and conjunctions around the claim, of five words at least.
"""
import json
import pathlib
import re
import sys

from gold_recall import claims_of_mentions

CUT = re.compile(
    r"[;:,\u2013\u2014]| (?:and|but|while|when|after|before|who|which|that|as|where|because|although|with) "
)
FEWEST_WORDS = 5


def clause(sentence, start, end):
    """The part of the sentence around a claim, widened to the right and then to the left."""
    before = [0] + [cut.start() for cut in CUT.finditer(sentence) if cut.end() <= start]
    after = [cut.start() for cut in CUT.finditer(sentence) if cut.start() >= end] + [len(sentence)]

    def words():
        return len(sentence[before[-1] : after[0]].split())

    while words() < FEWEST_WORDS and (len(before) > 1 or len(after) > 1):
        if len(after) > 1:
            after.pop(0)
        if len(before) > 1 and words() < FEWEST_WORDS:
            before.pop()
    return sentence[before[-1] : after[0]].strip(" ,;:")


def main(folder, report):
    stories = {pathlib.Path(d["path"]).stem: d["story"] for d in report["documents"]}
    keys = {}
    for key, doc, claims in claims_of_mentions(folder, report):
        for claim in claims:
            keys.setdefault((doc, claim["id"]), (claim, set()))[1].add(key)
    for (doc, _), (claim, of_claim) in sorted(keys.items(), key=lambda item: item[0]):
        sentence = claim["sentence"]["text"]
        coded = sentence.encode()
        offsets = [claim["span"][side] - claim["sentence"]["start"] for side in ("start", "end")]
        start, end = (len(coded[:offset].decode(errors="ignore")) for offset in offsets)
        fields = [sentence, clause(sentence, start, end)]
        print(doc, stories[doc], claim["attribute"], claim["kind"], " ".join(sorted(of_claim)),
              *(" ".join(field.split()) for field in fields), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf8")))

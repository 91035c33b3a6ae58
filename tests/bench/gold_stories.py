#!/usr/bin/env python3
"""Count pairs of reports in one story against pairs of reports of one event.

usage: gold_stories.py REPORT.json

REPORT.json is what `gainsay report --format json DATASET/docs` prints. Files of one event are named
alike but for the number after the `_`: 20_1ecb and 20_7ecb, beside 20_1ecbplus of the like event.
"""
import itertools
import json
import pathlib
import re
import sys

if len(sys.argv) != 2:
    sys.exit(__doc__)
report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf8"))
reports = [
    (re.sub(r"_\d+", "_", pathlib.Path(d["path"]).stem), d["story"]) for d in report["documents"]
]
together = right = of_one_event = 0
for (event_a, story_a), (event_b, story_b) in itertools.combinations(reports, 2):
    together += story_a == story_b
    of_one_event += event_a == event_b
    right += story_a == story_b and event_a == event_b
print(f"precision {right / together:.3f}, recall {right / of_one_event:.3f}, {len(reports)} reports")

#!/usr/bin/env python3
"""Draw reports/pairing.svg from the first table of reports/pairing.md: time and memory of pairing
against the number of claims, both on logarithmic scales, beside n log n.

usage: plot_growth.py REPORTS
"""
import math
import pathlib
import re
import sys

if len(sys.argv) != 2:
    sys.exit(__doc__)
folder = pathlib.Path(sys.argv[1])
rows = []
for line in (folder / "pairing.md").read_text(encoding="utf8").splitlines():
    cells = [cell.strip().replace(",", "") for cell in line.strip("|").split("|")]
    if len(cells) == 11 and re.fullmatch(r"\d+", cells[0]):
        rows.append((int(cells[0]), float(cells[6].split()[0]), float(cells[7].split()[0])))

WIDTH, HEIGHT, LEFT, TOP = 300, 220, 60, 30


def panel(x0, title, unit, values):
    """One curve and the line of n log n through its first point."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def place(claims, value):
        x = x0 + LEFT + (math.log10(claims) - 3.8) / 2.4 * WIDTH
        y = TOP + HEIGHT - (math.log10(value) - low) / (high - low) * HEIGHT
        return f"{x:.1f},{min(max(y, TOP), TOP + HEIGHT):.1f}"

    out = [f'<text x="{x0 + LEFT}" y="18" font-weight="bold">{title}</text>']
    for power in range(low, high + 1):
        y = place(1e4, 10.0**power).split(",")[1]
        out.append(f'<path d="M{x0 + LEFT},{y}h{WIDTH}" stroke="#ddd"/>')
        out.append(f'<text x="{x0 + LEFT - 6}" y="{float(y) + 4}" text-anchor="end">{10.0**power:g} {unit}</text>')
    for power in (4, 5, 6):
        x = place(10**power, 10.0**low).split(",")[0]
        out.append(f'<text x="{x}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{10**power:,}</text>')
    first = rows[0][0]
    line = [place(n, values[0] * n * math.log(n) / (first * math.log(first))) for n, _, _ in rows]
    out.append(f'<polyline points="{" ".join(line)}" fill="none" stroke="#999" stroke-dasharray="4 3"/>')
    points = [place(n, value) for (n, _, _), value in zip(rows, values)]
    out.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="#0b61a4" stroke-width="2"/>')
    for point in points:
        x, y = point.split(",")
        out.append(f'<circle cx="{x}" cy="{y}" r="3" fill="#0b61a4"/>')
    return out


svg = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" font-family="sans-serif" font-size="11">',
       "<title>Time and memory of pairing against the number of claims</title>",
       '<rect width="760" height="300" fill="#fff"/>']
svg += panel(0, "Time to pair from scratch", "s", [row[1] for row in rows])
svg += panel(380, "Memory at its height", "MB", [row[2] for row in rows])
svg.append('<text x="60" y="290">Claims in the archive; both scales logarithmic. Dashed: n log n from the first point.</text>')
svg.append("</svg>")
(folder / "pairing.svg").write_text("\n".join(svg) + "\n", encoding="utf8")

"""Plots the learning curve of a log as an SVG."""

import json
from pathlib import Path

WIDTH, HEIGHT, MARGIN = 720, 360, 48
COLOURS = ("#2563eb", "#d97706", "#059669", "#dc2626", "#7c3aed")


def draw(log: Path, picture: Path) -> None:
    """Plots training token accuracy and the exact match of every measure, over millions of tokens."""
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    curves: dict[str, list[tuple[float, float]]] = {}
    for one in entries:
        if one.get("event") == "step":
            curves.setdefault("token accuracy", []).append((one["tokens"] / 1e6, one["accuracy"]))
        if one.get("event") == "measure":
            curves.setdefault(f"exact: {one['name']}", []).append((one["tokens"] / 1e6, one["exact"]))
    most = max((x for curve in curves.values() for x, _ in curve), default=0) or 1
    to_x = lambda x: MARGIN + x / most * (WIDTH - 2 * MARGIN)
    to_y = lambda y: HEIGHT - MARGIN - y * (HEIGHT - 2 * MARGIN)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"><title>Exact match while training</title>']
    parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>')
    for step in range(11):
        y = to_y(step / 10)
        parts.append(f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{MARGIN - 6}" y="{y + 4:.1f}" text-anchor="end">{step * 10} %</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 10}" text-anchor="middle">million tokens (of {most:.2f})</text>')
    for index, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[index % len(COLOURS)]
        points = " ".join(f"{to_x(x):.1f},{to_y(y):.1f}" for x, y in curve)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{MARGIN + 8 + index * 132}" y="24" fill="{colour}">{name}</text>')
    parts.append("</svg>")
    picture.write_text("\n".join(parts) + "\n")

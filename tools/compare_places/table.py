"""The rows as a table of Markdown, or as lines of JSON."""

import json
from dataclasses import asdict

# The sets, in the order of the columns, and what they are called there.
SETS = {
    "spellings": "spellings",
    "edits": "random edits",
    "arabic": "Arabic of Latin",
    "romanized": "the same romanized",
}


def markdown(rows):
    heads = ["system", "answers"]
    heads += [f"{title}: first, five" for title in SETS.values()] + ["words answered"]
    heads += [f"{title}: median, p99 ms" for title in SETS.values()] + ["words: median, p99 ms", "MB", "build s"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in rows:
        cells = [row.title, row.rule]
        cells += [shares(row.sets.get(name)) for name in SETS]
        words = row.sets.get("words")
        cells.append(f"{words.answered:.3f}" if words else "")
        cells += [times(row.sets.get(name)) for name in [*SETS, "words"]]
        cells += [f"{row.size_mb:,.0f}", f"{row.build_s:.0f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def shares(figures):
    return f"{figures.first:.3f}, {figures.five:.3f}" if figures else "–"


def times(figures):
    return f"{number(figures.median_ms)}, {number(figures.p99_ms)}" if figures else "–"


def number(value):
    """With two digits that count."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def asked(rows):
    """How many queries of each set a system was asked, where it was not all."""
    most = {}
    for row in rows:
        for name, figures in row.sets.items():
            most[name] = max(most.get(name, 0), figures.asked)
    lines = [f"Asked: {', '.join(f'{name} {count}' for name, count in most.items())}."]
    told = set()
    for row in rows:
        fewer = [f"{name} {figures.asked}" for name, figures in row.sets.items() if figures.asked < most[name]]
        if fewer and row.title not in told:
            told.add(row.title)
            lines.append(f"Fewer of {row.title}: {', '.join(fewer)}.")
    return "\n".join(lines)


def jsonl(rows):
    return "\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows)

#!/usr/bin/env python3
"""How well and how fast web pages are read: every figure beside its goal, in one table.

    report.py PROGRAM BENCH PAGES

PROGRAM is `gainsay`, BENCH the program of this folder, PAGES the folder of annotated pages: `news` and `comparisons`, each
a folder of pages and a JSON file of what a person has checked, and `score.py`. Exits with 1 where a goal is missed. What was
lost is written to standard error, page by page. Standard library only.
"""
import pathlib, re, resource, subprocess, sys, tempfile

program, bench, pages = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
SETS = ("news", "comparisons")
rows = []


def said(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def row(name, value, goal, shown=None, at_most=False):
    good = value <= goal if at_most else value >= goal
    rows.append((name, shown or f"{value:.3f}", f"{'<=' if at_most else '>='} {goal:g}", "" if good else "missed"))


def share(name, part, goal):
    kept, of = map(int, part.split("/"))
    row(name, 100 * kept / of if of else 100, goal, f"{100 * kept / of if of else 100:.1f} ({kept} of {of})")


def figures(text):
    lost = [line for line in text.splitlines() if line.startswith("# ")]
    print(*lost, sep="\n", end="\n" * bool(lost), file=sys.stderr)
    return dict(line.split("=") for line in text.splitlines() if "=" in line and line not in lost)


with tempfile.TemporaryDirectory() as scratch:
    texts = {name: pathlib.Path(scratch, name) for name in SETS}
    said(program, "text", pages / "news", "--out", texts["news"])
    # So far the only child of this process, so its peak is the greatest of all children; in KB, on macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    said(program, "text", pages / "comparisons", "--out", texts["comparisons"])
    for name, shingles, words in (("news", 0.960, None), ("comparisons", 0.930, 0.945)):
        score = said(sys.executable, pages / "score.py", name, texts[name])
        print(score, end="", file=sys.stderr)
        row(f"{name}: 4-word F1", float(re.search(r"4-word F1 ([0-9.]+)", score)[1]), shingles)
        if words:
            row(f"{name}: word F1", float(re.search(r"; word F1 ([0-9.]+)", score)[1]), words)

kept = [figures(said(bench, "structure", pages / f"{name}.json", pages / name)) for name in SETS]
for kind in kept[0]:
    pairs = [tuple(map(int, part[kind].split("/"))) for part in kept]
    share(f"{kind} kept, %", "/".join(str(sum(column)) for column in zip(*pairs)), 98)
places = figures(said(bench, "places", *(pages / name for name in SETS)))
share("blocks proven to stand at their bytes, %", places["proven"], 100)
row("peak memory over all news, MB", peak, 16, f"{peak:.1f}", at_most=True)
speed = said(bench, "speed", *(pages / name for name in SETS))
print(speed, end="", file=sys.stderr)
row("throughput / scraper's parse", float(re.search(r"gainsay.*ratio ([0-9.]+)", speed)[1]), 0.6)

widths = [max(len(line[column]) for line in rows) for column in range(4)]
for line in rows:
    print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
sys.exit(any(line[3] for line in rows))

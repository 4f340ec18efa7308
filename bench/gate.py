"""Quality floors (`make gate`): runs the shared scorers over our coder and compares with bench/floors.json.

usage: python bench/gate.py [--shared ../shared] [--only articles,gsr] [--coder "CMD"] [--raise] [--lower SET.MEASURE]
       [--accept-gold SET]

Exits 1 when a measure falls below its floor or when gold has changed, 0 otherwise, and 0 with a line that says so
where the gold is not there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.errors import DragomanError, UsageError
from dragoman.evaluate.gate import Floors, Verdict, accepted, compare, fingerprint, lowered, raised, read_floors

FLOORS = Path(__file__).parent / "floors.json"
SEED = "seed"
CODER = f"{Path(sys.executable).parent / 'dragoman'} code"


def main() -> int:
    """The exit code."""
    options = _arguments()
    bench = options.shared / "bench" / "bench.py"
    if not bench.exists():
        print(f"make gate: skipped, there is no gold data at {options.shared} (--shared DIR says where it is)")
        return 0
    floors = read_floors(FLOORS)
    wanted = options.only.split(",") if options.only else None
    gold = {n: f for n, f in _gold_files(options.shared).items() if wanted is None or n in wanted}
    prints = {name: fingerprint(files) for name, files in gold.items()}
    _check_targets(options, floors, prints)
    for name in options.accept_gold:
        floors = accepted(floors, name, prints[name])
    changed = [n for n in gold if n in floors.sets and floors.sets[n].fingerprint != prints[n]]
    with tempfile.TemporaryDirectory() as work:
        scores = _scores(options.coder, options.shared, sorted(gold), Path(work))
    floors = _updated(floors, options, scores, prints)
    verdicts = [v for name in scores if name not in changed for v in compare(floors, name, scores[name])]
    _show(verdicts)
    for name in changed:
        print(
            f"{name}: the gold is not the one its floors were measured on; see what changed, then --accept-gold {name}"
        )
    failed = [name for name in gold if name not in scores]
    for name in failed:
        print(f"{name}: not scored (the lines above say why)")
    fallen = [v for v in verdicts if not v.passes]
    print(f"{len(verdicts)} measures, {len(fallen)} below their floor, {len(changed)} sets with changed gold")
    return int(bool(fallen or changed or failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the gold data")
    parser.add_argument("--only", default="", help="sets to run, comma between them")
    parser.add_argument("--coder", default=CODER, help="command that codes")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="move floors up to the scores")
    parser.add_argument("--lower", action="append", default=[], metavar="SET.MEASURE", help="move one floor down")
    parser.add_argument("--accept-gold", action="append", default=[], metavar="SET", help="take changed gold as it is")
    return parser.parse_args()


def _check_targets(options: argparse.Namespace, floors: Floors, prints: Mapping[str, str]) -> None:
    """Nothing; raises UsageError for a set or floor that is not there, before minutes are spent on scoring."""
    if unknown := [name for name in options.accept_gold if name not in prints]:
        raise UsageError(f"there is no gold set {unknown[0]}; sets are {', '.join(sorted(prints))}")
    known = {f"{name}.{measure}" for name, gold in floors.sets.items() for measure in gold.floors}
    if unknown := [target for target in options.lower if target not in known]:
        raise UsageError(f"there is no floor {unknown[0]} to lower; known are {', '.join(sorted(known)) or 'none'}")


def _gold_files(shared: Path) -> dict[str, list[Path]]:
    data = shared / "bench" / "data"
    sets = {"articles": sorted((data / "articles").glob("*.json")), SEED: [shared / "seed" / "gold.json"]}
    for pattern in ("gsr", "plv", "nonevents", "time-*", "geo-*", "quotes-*"):
        sets |= {path.stem: [path] for path in sorted(data.glob(f"{pattern}.jsonl"))}
    return {name: files for name, files in sets.items() if files and all(f.exists() for f in files)}


def _scores(coder: str, shared: Path, names: list[str], work: Path) -> dict[str, dict[str, float]]:
    """The scores by set; a set whose run failed is left out, and the scorer's own line says why."""
    out = work / "scores.json"
    scores: dict[str, dict[str, float]] = {}
    others = [name for name in names if name != SEED]
    if others:
        bench = [sys.executable, str(shared / "bench" / "bench.py"), "--coder", coder, "--only", ",".join(others)]
        subprocess.run([*bench, "--data", str(shared / "bench" / "data"), "--json", str(out)], check=False)
        scores |= json.loads(out.read_text())
    if SEED in names:
        scores[SEED] = _score_seed(coder, shared, work)
    return {name: values for name, values in scores.items() if "error" not in values}


def _score_seed(coder: str, shared: Path, work: Path) -> dict[str, float]:
    gold = shared / "seed" / "gold.json"
    report = json.loads(gold.read_text(encoding="utf-8"))
    source, coded, out = work / "seed.in.jsonl", work / "seed.out.jsonl", work / "seed.json"
    row = {"id": report["doc_id"], "date": report["published"], "title": report["title"], "text": report["text"]}
    source.write_text(json.dumps(row) + "\n", encoding="utf-8")
    subprocess.run([*coder.split(), str(source), "--output", str(coded)], check=True)
    scorer = shared / "bench" / "score_articles.py"
    run = [sys.executable, str(scorer), str(gold), str(coded), "--json", str(out)]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    measured = json.loads(out.read_text())
    kept = ("detect", "typed", "whole", "complete", "facts", "quotes")
    return {measure: measured[measure]["f1"] for measure in kept}


def _updated(
    floors: Floors, options: argparse.Namespace, scores: Mapping[str, Mapping[str, float]], prints: Mapping[str, str]
) -> Floors:
    """The floors after --raise, --lower and --accept-gold, written back where one of them was given."""
    for target in options.lower:
        name, _, measure = target.rpartition(".")
        floors = lowered(floors, name, measure, scores.get(name, {}))
    if options.raise_floors:
        for name, values in scores.items():
            held = floors.sets.get(name)
            if held is None or held.fingerprint == prints[name]:
                floors = raised(floors, name, prints[name], values)
    if options.lower or options.raise_floors or options.accept_gold:
        FLOORS.write_text(floors.to_json(), encoding="utf-8")
    return floors


def _show(verdicts: list[Verdict]) -> None:
    table = Table("set", "measure", "floor", "value", "margin", box=None, header_style="bold")
    for verdict in verdicts:
        floor = "-" if verdict.floor is None else f"{verdict.floor:.3f}"
        margin = "-" if verdict.margin is None else f"{verdict.margin:+.3f}"
        style = None if verdict.passes else "red"
        table.add_row(verdict.gold_set, verdict.measure, floor, f"{verdict.value:.3f}", margin, style=style)
    Console(width=100).print(table)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DragomanError as error:
        sys.exit(f"gate: {error}")

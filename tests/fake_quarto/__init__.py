"""A stand-in for Quarto, to run compose, render and finish where there is no Quarto.

It does what was seen of Quarto 1.10, or read in its source, as far as this tool hangs on it: hooks
with their environment, front matter taken off and handed on as metadata, filters at their points
with others in between, staged templates, pandoc in the document's folder, typst with the project as
its root, a page that went through a browser's tree, outputs in a folder of their own, exit codes.

It cannot show that Quarto does these things, nor what else it does: which settings its schemas
refuse, what its own filters and its page's tree change, what other versions do. The comparison of
both engines in ``tests/audits/test_engines.py`` shows that, where there is a real Quarto.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def install(folder: Path) -> Path:
    """Writes a program called ``quarto`` into ``folder`` and returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "quarto"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from tests.fake_quarto.render import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    program.chmod(0o755)
    return folder


def path_with(folder: Path) -> str:
    """A PATH on which ``folder`` and this Python's own programs come first."""
    return os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ["PATH"]])

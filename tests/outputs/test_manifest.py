"""The manifest lists every file by its SHA-256, and nothing of the machine."""

import hashlib
import json
import tomllib
import zlib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

from sufficiency.outputs import Imprint, Output, write_manifest

IMPRINT = Imprint("Ambleford Council", "Strategy", "2019 to 2022", "1 May 2019")
PAGE = Output("a.html", b"page", "strategy", "html")
OLD = Output("a.pdf", b"old", "strategy", "pdf", is_stale=True)
LEDGER = Output("evidence/ledger.json", b"{}")
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
SHAPE_NOTHING = {"platformdirs", "rich", "typer"}  # they find the cache and talk to people


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class TestWriteManifest:
    def test_it_describes_each_file(self) -> None:
        written = write_manifest(IMPRINT, [PAGE, OLD, LEDGER], {"data/b.csv": b"b"})
        manifest = json.loads(written.data)
        assert written.path == "manifest.json"
        assert manifest["strategy"] == {
            "council": "Ambleford Council",
            "title": "Strategy",
            "edition": "2019 to 2022",
            "published": "1 May 2019",
        }
        assert manifest["documents"]["strategy"]["files"] == {
            "html": {"path": "a.html", "bytes": 4, "sha256": sha256(b"page")},
            "pdf": {"path": "a.pdf", "bytes": 3, "sha256": sha256(b"old"), "stale": True},
        }
        assert manifest["evidence"] == [
            {"path": "evidence/ledger.json", "bytes": 2, "sha256": sha256(b"{}")}
        ]
        assert manifest["inputs"] == {"data/b.csv": sha256(b"b")}
        assert manifest["tools"]["typst"] == version("typst")

    def test_it_says_what_is_known_of_the_templates(self) -> None:
        known = {"sha256": "12ab", "audited": None}
        assert json.loads(write_manifest(IMPRINT, [PAGE], {}, known).data)["templates"] == known

    def test_files_beside_the_one_that_is_opened_are_listed_with_it(self) -> None:
        made = [
            Output("site/a.css", b"a", "strategy", "html", is_beside=True),
            Output("site/index.html", b"page", "strategy", "html"),
        ]
        manifest = json.loads(write_manifest(IMPRINT, made, {}).data)
        assert manifest["documents"]["strategy"]["files"]["html"] == {
            "path": "site/index.html",
            "bytes": 4,
            "sha256": sha256(b"page"),
            "beside": [{"path": "site/a.css", "bytes": 1, "sha256": sha256(b"a")}],
        }

    def test_it_names_every_tool_that_could_shape_an_output(self) -> None:
        manifest = json.loads(write_manifest(IMPRINT, [PAGE], {}).data)
        required = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
        names = {Requirement(each).name for each in required}
        assert names >= SHAPE_NOTHING
        assert manifest["tools"].keys() == (names - SHAPE_NOTHING) | {"sufficiency", "zlib"}
        assert manifest["tools"]["zlib"] == zlib.ZLIB_RUNTIME_VERSION

    def test_the_order_of_files_and_inputs_changes_nothing(self) -> None:
        inputs = {"b": b"1", "a": b"2"}
        one = write_manifest(IMPRINT, [PAGE, OLD, LEDGER], inputs)
        other = write_manifest(IMPRINT, [LEDGER, OLD, PAGE], dict(reversed(inputs.items())))
        assert one == other

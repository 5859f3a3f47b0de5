"""What the filters leave to Quarto and what they do there."""

from pathlib import Path

from sufficiency.engines.pandoc import READING, run_pandoc
from tests.engines.rendering import BOX, FIGURE, ROOT, TABLE


class TestInQuarto:
    """Quarto is imitated by the global that it sets; what it does by itself is left alone."""

    @staticmethod
    def native(body: str, folder: Path, target: str, name: str = "strategy.lua") -> str:
        script = (ROOT / "filters" / name).as_posix()
        wrapper = folder / "in-quarto.lua"
        wrapper.write_text(
            f'quarto = {{}}\nPANDOC_SCRIPT_FILE = "{script}"\nreturn dofile(PANDOC_SCRIPT_FILE)\n'
        )
        source = folder / "x.md"
        source.write_text(body, encoding="utf-8")
        arguments = [str(source), f"--from={READING}", f"--to={target}", "--wrap=none"]
        printed = run_pandoc([*arguments, f"--lua-filter={wrapper}"], making="a test")
        return printed.decode("utf-8")

    def test_references_and_captions_are_left_alone(self, tmp_path: Path) -> None:
        written = self.native(f"# A\n\n@fig-costs\n\n{FIGURE}", tmp_path, "html5")
        assert 'data-cites="fig-costs"' in written
        assert "caption-label" not in written

    def test_boxes_are_ours(self, tmp_path: Path) -> None:
        written = self.native(f"# A\n\n{BOX}", tmp_path, "typst")
        assert "#we-need(level: 2, title: [We need…])[" in written

    def test_row_headers_are_ours(self, tmp_path: Path) -> None:
        assert '<th scope="row">In-house</th>' in self.native(
            f"# A\n\n{TABLE}", tmp_path, "html5"
        ).replace(' style="text-align: left;"', "")

    def test_alt_text_is_moved_to_where_word_finds_it(self, tmp_path: Path) -> None:
        written = self.native(FIGURE, tmp_path, "html5", name="after-quarto.lua")
        assert 'alt="Bar chart: £675."' in written

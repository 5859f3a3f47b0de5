"""Where composed documents may be written: not over a project, whose templates rank first."""

from pathlib import Path

from sufficiency.outputs.errors import OutputRefused


def refuse_project(folder: Path) -> None:
    """Raises OutputRefused where templates written to ``folder`` would be a project's own."""
    place = folder.resolve()
    if (place / "strategy").is_dir():
        raise OutputRefused(
            f'"{place.name}" is the folder of a strategy. Templates written there would be used '
            "from then on in place of the tool's own, those of later versions too. Name another "
            'folder with --output, or leave it out to write to "composed" in the project.'
        )

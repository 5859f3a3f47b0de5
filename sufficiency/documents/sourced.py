"""Where a text came from, written so that the filters make a bookmark of it in Word."""

from sufficiency.problems import Location
from sufficiency.prose import BoundText, Markdown
from sufficiency.sources.yaml_tree import NOWHERE


def source_attribute(at: Location) -> Markdown:
    """The file and the line as an attribute's value: ``"strategy/needs.yml:12"``."""
    value = f"{at.path}:{at.line}".replace("\\", "\\\\").replace('"', '\\"')
    return Markdown(f'"{value}"'.replace("&", "&amp;"))


def sourced(text: BoundText) -> Markdown:
    """A text that stands within a block, after a mark of its place in the YAML."""
    if text.at is None or text.at == NOWHERE:
        return text.markdown
    return Markdown(f"[]{{source={source_attribute(text.at)}}}{text.markdown}")

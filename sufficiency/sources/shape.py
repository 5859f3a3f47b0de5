"""What a project's folder holds: its files, their folders and their endings, in one table."""

from collections.abc import Mapping

STRATEGY = "strategy/strategy.yml"
ENTRY_FILES: Mapping[str, str] = {
    "boxes": "strategy/needs.yml",
    "facts": "strategy/facts.yml",
    "figures": "strategy/figures.yml",
    "references": "strategy/references.yml",
    "lists": "strategy/lists.yml",
    "glossary": "strategy/glossary.yml",
    "evidence_gaps": "strategy/gaps.yml",
    "pictures": "strategy/pictures.yml",
    "extracts": "data/catalogue.yml",
    "indicators": "data/indicators.yml",
}
"""The files of entries, each by what it holds."""
SETTINGS = "_quarto.yml"
"""What both engines are told; beside the folders, since Quarto looks for it there."""
BRAND = "_brand.yml"
"""Colours, logo and fonts; the packaged one where a project has none."""
YAML_FILES = (STRATEGY, *ENTRY_FILES.values(), SETTINGS, BRAND)
NEEDED = (STRATEGY, ENTRY_FILES["extracts"], ENTRY_FILES["indicators"])

FOLDERS = ("strategy", "data")
PLACES = (*FOLDERS, SETTINGS, BRAND)
"""All that is read of a project but its templates."""
DATA = "data/"
SECTIONS = "strategy/sections/"
PRIORITIES = "strategy/priorities/"
PICTURES = "strategy/pictures/"
FONTS = "strategy/fonts/"

PICTURE_KINDS: Mapping[str, str] = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
"""The endings of pictures that can be printed, with the kinds that they stand for."""
FONT_ENDINGS = (".ttf", ".otf")
OTHER_PICTURES = tuple(".gif .webp .heic .heif .avif .tif .tiff .bmp .jfif .svgz".split())
"""Endings of others, which are read so that they can be named as what they are."""

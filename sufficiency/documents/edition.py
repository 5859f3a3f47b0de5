"""An edition: one year's strategy of one council, as all of its documents are composed of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sufficiency.brand import Brand, default_brand
from sufficiency.content.settings import NO_SETTINGS, Settings
from sufficiency.documents.draft import Draft
from sufficiency.facts import Difference
from sufficiency.prose import BoundStrategy
from sufficiency.sources import Record

OwnBrand = Literal["readable", "refused"]
"""What a build finds of the colours of a brand that was never audited."""


@dataclass(frozen=True)
class Edition:
    """The bound strategy with all else that its documents say and show.

    ``templates`` stand by their path below ``templates/``. ``charts`` and ``narrow_charts`` are
    SVG, ``data_files`` CSV, each by its place beside the document. ``draft`` holds a draft's
    problems, None for a final; ``audited`` is what is recorded of these templates, None where
    nothing is; ``own_brand`` what the build found of other colours or fonts than those that it is
    of; ``settings`` say what both engines are told; ``differences`` are those of figures for one
    thing.
    """

    bound: BoundStrategy
    templates: Mapping[str, bytes]
    charts: Mapping[str, bytes] = field(default_factory=dict)
    narrow_charts: Mapping[str, bytes] = field(default_factory=dict)
    data_files: Mapping[str, bytes] = field(default_factory=dict)
    draft: Draft | None = None
    audited: Record | None = None
    own_brand: OwnBrand | None = None
    settings: Settings = NO_SETTINGS
    brand: Brand = field(default_factory=default_brand)
    differences: tuple[Difference, ...] = ()

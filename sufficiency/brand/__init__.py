"""The council's brand: what ``_brand.yml`` says, made whole and measured.

Takes the file as ``content`` read it; gives colours for pages and charts, and fonts. It knows
nothing of what is drawn or printed in them.
"""

from sufficiency.brand.brand import Brand, default_brand, settle_brand
from sufficiency.brand.colours_given import COLOUR_CONTRAST
from sufficiency.brand.palette import ChartColours, Palette
from sufficiency.brand.typeface import Face, Typeface

__all__ = [
    "COLOUR_CONTRAST",
    "Brand",
    "ChartColours",
    "Face",
    "Palette",
    "Typeface",
    "default_brand",
    "settle_brand",
]

"""Disclosure control: the only maker of released tables.

Everything above sees figures only as released tables. For now each extract that is already
published passes as it is, and one marked `protect` is refused.
"""

from sufficiency.disclosure.quoted import CATALOGUE, quotable_lines
from sufficiency.disclosure.tables import release_tables

__all__ = ["CATALOGUE", "quotable_lines", "release_tables"]

"""Whether a figure may be printed, and what stands in its place where it may not.

Source: the Government Analysis Function's shorthand for spreadsheets; the department's own
files carry the bare letters.
"""

from enum import Enum


class Status(Enum):
    """The status of one figure; the value is the symbol printed in its place."""

    PUBLISHED = ""
    SUPPRESSED = "[c]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"
    LOW = "[low]"

    @property
    def meaning(self) -> str:
        """What the symbol stands for, in words."""
        return _MEANINGS[self]


_MEANINGS = {
    Status.PUBLISHED: "published",
    Status.SUPPRESSED: "hidden to protect children's confidentiality",
    Status.NOT_AVAILABLE: "not available",
    Status.NOT_APPLICABLE: "not applicable",
    Status.LOW: "rounds to zero but is not zero",
}

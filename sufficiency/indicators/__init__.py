"""Indicators: tidy tables computed from typed frames, as ``data/indicators.yml`` declares them.

Takes frames, returns frames with the columns of ``COLUMNS``. No disclosure control here, so
nothing above may use these tables but ``disclosure``.
"""

from sufficiency.indicators.compute import COLUMNS, compute_indicator
from sufficiency.indicators.periods import far_periods, latest_period
from sufficiency.indicators.revisions import SUPERSEDED
from sufficiency.indicators.spellings import two_spellings
from sufficiency.indicators.unlikely import unlikely_values

__all__ = [
    "COLUMNS",
    "SUPERSEDED",
    "compute_indicator",
    "far_periods",
    "latest_period",
    "two_spellings",
    "unlikely_values",
]

"""Builds killed or stopped at random instants leave a whole output every time.

Few rounds, as they take long; SUFFICIENCY_KILLS=200 makes as many.
"""

import random
from pathlib import Path

from tests.kills import kill_builds, kill_publishing, rounds, stop_builds


class TestKilled:
    def test_while_it_publishes(self, tmp_path: Path) -> None:
        times = rounds(8)
        assert kill_publishing(tmp_path, times, random.Random()).total() == times

    def test_at_any_moment_of_a_build(self, tmp_path: Path) -> None:
        times = rounds(3)
        assert kill_builds(tmp_path, times, random.Random()).total() == times


class TestStopped:
    def test_at_any_moment_of_a_build(self, tmp_path: Path) -> None:
        times = rounds(3)
        met = stop_builds(tmp_path, times, random.Random())
        assert met.total() == times
        assert met["ended with 130"] >= 1

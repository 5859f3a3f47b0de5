"""Other versions of other people's packages than those that are installed."""

from importlib import metadata

import pytest

from sufficiency import remember


def set_version(patched: pytest.MonkeyPatch, package: str, other: str) -> None:
    """Has one installed package say that it is of another version."""

    def version(name: str) -> str:
        return other if name == package else metadata.version(name)

    patched.setattr(remember, "version", version)

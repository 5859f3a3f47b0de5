"""``python -m sufficiency`` is ``sufficiency``."""

from sufficiency.cli import main

main()

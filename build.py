"""Builds the strategy: ``python build.py`` is ``sufficiency build``."""

import sys

from sufficiency.cli import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])

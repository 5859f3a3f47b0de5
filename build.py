"""Builds the strategy: ``python build.py`` is ``sufficiency build``."""

import sys

from sufficiency.__main__ import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])

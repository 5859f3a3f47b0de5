# Shortcuts for engineers with make; each line is the command to type without it.
.PHONY: build test check pictures

build:
	python build.py

test:
	pytest

check:
	ruff check
	ruff format --check
	mypy
	mypy tools
	lint-imports

# What a reader sees, as contact sheets in pictures/.
pictures: build
	python -m tools.pictures

# Shortcuts for engineers with make; each line is the command to type without it.
.PHONY: build test check pictures gallery author-pictures audited

build:
	python build.py

test:
	pytest

check:
	ruff check
	ruff format --check
	mypy
	lint-imports

# What a reader sees, as contact sheets in pictures/.
pictures: build
	python -m tools.pictures

# The pictures in docs/gallery and in the README, of the example in its own brand and another.
gallery:
	python -m tools.gallery

# The pictures in docs/for-authors.md, of a copy of the example taken through its steps.
author-pictures:
	python -m tools.author_pictures

# Audits the worked example and writes what the documents say of it: after each change of templates, or of code that makes pages.
audited:
	python -m tests.audits.record

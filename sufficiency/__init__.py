"""Builds placement sufficiency strategies: YAML, Markdown and data in; HTML, PDF and Word out."""

__version__ = "0.1.0"

"""Composes a document: the bound strategy through its template into Quarto Markdown.

The template environment is a second one, which authors never reach: it escapes every value
that is not Markdown already.
"""

from sufficiency.documents.compose import OwnBrand, compose
from sufficiency.documents.composed import ComposedDocument
from sufficiency.documents.draft import Draft

__all__ = ["ComposedDocument", "Draft", "OwnBrand", "compose"]

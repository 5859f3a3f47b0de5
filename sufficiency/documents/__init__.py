"""Composes a document: an edition through its template into Quarto Markdown.

The template environment is a second one, which authors never reach: it escapes every value
that is not Markdown already.
"""

from sufficiency.documents.compose import compose
from sufficiency.documents.composed import ComposedDocument
from sufficiency.documents.draft import Draft
from sufficiency.documents.edition import Edition, OwnBrand
from sufficiency.documents.environment import TemplateFault

__all__ = ["ComposedDocument", "Draft", "Edition", "OwnBrand", "TemplateFault", "compose"]

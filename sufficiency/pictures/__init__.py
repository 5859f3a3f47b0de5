"""Authors' own pictures: what ``pictures.yml`` names, made safe to publish.

Takes bytes and entries, returns pictures of one kind of colour and a size that print needs, with
nothing in them but what they show. Knows nothing of prose, and of no format of a document.
"""

from sufficiency.pictures.picture import Picture
from sufficiency.pictures.prepare import prepare_pictures

__all__ = ["Picture", "prepare_pictures"]

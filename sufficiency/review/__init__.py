"""Reads what reviewers left in a Word document that this tool built, and whose text it is about.

Takes the document's bytes and the paths of a project's files, gives comments and tracked changes
with their places. Knows nothing of what the files mean; what it reads goes to a terminal or to a
program, and is kept nowhere.
"""

from sufficiency.review.read import NotReviewable, Review, read_review
from sufficiency.review.tell import review_as_json, review_as_text

__all__ = ["NotReviewable", "Review", "read_review", "review_as_json", "review_as_text"]

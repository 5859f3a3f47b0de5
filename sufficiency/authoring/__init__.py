"""Starts projects and adds to them: what writes the files that authors own.

Takes a folder and what somebody asked for; writes whole files or added lines, never another
character of what stands there. Knows nothing of how a command line is read, though
its refusals name the options that mend them.
"""

from sufficiency.authoring.answers import QUESTIONS, default_answer, read_answer, read_answers
from sufficiency.authoring.desk import Added, Desk, open_desk
from sufficiency.authoring.folders import refuse_unsuitable
from sufficiency.authoring.numbers import add_fact, add_figure
from sufficiency.authoring.plan import add_need, add_priority
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.sections import add_section
from sufficiency.authoring.starter import make_example, make_starter

__all__ = [
    "QUESTIONS",
    "Added",
    "Desk",
    "Refused",
    "add_fact",
    "add_figure",
    "add_need",
    "add_priority",
    "add_section",
    "default_answer",
    "make_example",
    "make_starter",
    "open_desk",
    "read_answer",
    "read_answers",
    "refuse_unsuitable",
]

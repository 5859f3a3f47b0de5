"""What ``sufficiency explain`` says of a code."""

from textwrap import indent

from sufficiency.problems.problem import Code


def explain_code(code: Code) -> str:
    """What it is, why it matters, how to mend it, what somebody wrote and the same put right."""
    parts = [f"{code.id}: {code.title}", code.why, f"How to mend it: {code.mend}"]
    if code.example:
        parts += [f"For example, this is a {code.severity.value}:", indent(code.example, "    ")]
    if code.mended:
        parts += ["And this is right:", indent(code.mended, "    ")]
    return "\n\n".join(parts)

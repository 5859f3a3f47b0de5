"""Why something was not made or written."""


class Refused(Exception):
    """Nothing was written; the argument says why and what to do, in an author's words.

    ``is_problem`` is True where a file of the project is at fault rather than what was asked for.
    """

    def __init__(self, message: str, *, is_problem: bool = False) -> None:
        super().__init__(message)
        self.is_problem = is_problem

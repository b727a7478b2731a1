"""The errors that reach the user as a message and an exit code, not as a traceback."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user can mend: usage, configuration, knowledge base, unreadable files."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

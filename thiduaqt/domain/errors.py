"""Faults a user can understand and mend. Anything else that is raised is a bug."""

from __future__ import annotations


class UserError(Exception):
    """A known fault, told in three plain Vietnamese sentences.

    ``what`` says what happened, ``todo`` what to do, ``data`` what became of the data.
    ``code`` is for logs and support and never opens the message.
    """

    code = "USER"

    def __init__(
        self,
        what: str,
        *,
        todo: str = "",
        data: str = "Dữ liệu không thay đổi.",
        code: str | None = None,
    ) -> None:
        self.what = what
        self.todo = todo
        self.data = data
        if code is not None:
            self.code = code
        super().__init__(self.text)

    @property
    def text(self) -> str:
        """The whole message on one line."""
        return " ".join(part for part in (self.what, self.todo, self.data) if part)


class BadFile(UserError):
    """A file that cannot be read as what it claims to be, or must not be read."""

    code = "BAD_FILE"


class NotFound(UserError):
    """Something named by the user that is not in the data."""

    code = "NOT_FOUND"


class NotAllowed(UserError):
    """A step that the state of the record or a rule does not allow."""

    code = "NOT_ALLOWED"


class StoreError(UserError):
    """The data file cannot be opened, read or written."""

    code = "STORE"


class Cancelled(UserError):
    """The user stopped a long operation."""

    code = "CANCELLED"

    def __init__(self, what: str = "Đã dừng.", *, data: str = "Chưa ghi gì vào dữ liệu.") -> None:
        super().__init__(what, data=data)

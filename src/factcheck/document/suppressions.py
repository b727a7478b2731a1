"""Findings that the author has silenced, by comments in the article.

``<!-- factcheck: ignore[wrong-date, bert.released] reason -->`` silences its own line or, alone on a line,
the next block; ``ignore-next-line`` the next line that is not blank; ``disable`` … ``enable`` what stands
between them; ``ignore-file``, or ``factcheck: off`` in the front matter, the whole file. What stands in
brackets are rules (names or codes) and facts (with a dot); without brackets all are meant.
``until=2027-01-31`` lets a suppression expire. MDX comments ``{/* … */}`` do as well.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.document.blocks import Block, Comment, Span
from factcheck.document.dates import front_matter_entries
from factcheck.document.document import Document
from factcheck.light import dataclass

_DIRECTIVE = r"\s*factcheck\s*(?P<colon>[:：])?\s*(?P<rest>.*?)\s*"
_FORM = r"(?P<verb>[\w-]+)\s*(?:\[(?P<targets>[^\]]*)\])?\s*(?P<reason>.*)"
_VERBS = ("ignore", "ignore-next-line", "ignore-file", "disable", "enable")
_TARGET = r"[\w-]+(?:\.[\w.@#/-]+)?"
_MDX_COMMENT = r"(?s)\{\s{0,9}/\*(\s{0,9}factcheck\b.{0,999}?)\*/\s{0,9}\}"
_MARKERS = (
    " \t>-*+|"  # of quotes, list items and table rows, which may stand before a comment alone on its line
)
_OFF = ("off", "false", "no", "none", "ignore", "disable", "disabled")
_ON = ("on", "true", "yes")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One place where findings are silenced: those that begin at ``first_offset <= offset < last_offset``.

    Without ``rules`` and ``facts`` it silences everything; else what is of one of the rules or rests on one
    of the facts. ``kind`` is ``line``, ``block``, ``next-line``, ``range`` or ``file``. It holds up to and
    including ``until``.
    """

    rules: tuple[str, ...]
    facts: tuple[str, ...]
    first_offset: int
    last_offset: int
    reason: str
    until: date | None
    comment_span: Span
    kind: str

    def covers(self, offset: int) -> bool:
        """Whether a finding that begins at an offset is in its range."""
        return self.first_offset <= offset < self.last_offset

    def names(self, rule: str, code: str = "", fact: str = "") -> bool:
        """Whether it is meant for a rule (by name or code) or a fact."""
        if not self.rules and not self.facts:
            return True
        return (
            rule in self.rules or (code != "" and code in self.rules) or (fact != "" and fact in self.facts)
        )

    def expired(self, today: date) -> bool:
        """Whether it no longer holds."""
        return self.until is not None and today > self.until


@dataclass(frozen=True, slots=True)
class Problem:
    """A suppression that says nothing, because it is malformed or has nothing to apply to."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The suppressions of a document, in the order of their comments, and what could not be understood."""

    items: tuple[Suppression, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    """What one comment asks for."""

    verb: str
    targets: tuple[str, ...]
    reason: str
    until: date | None
    span: Span

    def over(self, start: int, end: int, kind: str, targets: tuple[str, ...] | None = None) -> Suppression:
        chosen = self.targets if targets is None else targets
        rules = tuple(target for target in chosen if "." not in target)
        facts = tuple(target for target in chosen if "." in target)
        return Suppression(rules, facts, start, end, self.reason, self.until, self.span, kind)


def suppressions(document: Document) -> Suppressions:
    """The suppressions that a document declares. Malformed ones silence nothing; they are problems."""
    if "factcheck" not in document.source:
        return Suppressions((), ())
    reader = _Reader(document)
    reader.front_matter()
    for comment in _comments(document):
        reader.comment(comment)
    reader.close()
    items = sorted(
        reader.items, key=lambda item: (item.comment_span, item.first_offset, item.rules, item.facts)
    )
    return Suppressions(tuple(items), tuple(reader.problems))


def _comments(document: Document) -> list[Comment]:
    """HTML comments and, as MDX has none, those in braces."""
    comments = list(document.comments)
    if "{/*" in document.source.replace(" ", ""):
        code = [
            (block.start, block.end)
            for block in document.blocks
            if block.kind in ("code", "mermaid", "front_matter")
        ]
        for match in re.finditer(_MDX_COMMENT, document.source):
            if not any(start <= match.start() < end for start, end in code):
                comments.append(Comment(*match.span(), match.group(1)))
    return sorted(comments, key=lambda comment: comment.start)


class _Reader:
    """Turns comments into suppressions and problems."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source
        self._open: list[
            tuple[_Order, tuple[str, ...]]
        ] = []  # what is disabled, and which of its targets still are
        self.items: list[Suppression] = []
        self.problems: list[Problem] = []

    def front_matter(self) -> None:
        """Read ``factcheck: off``."""
        block = self._document.blocks[0] if self._document.blocks else None
        if block is None or block.kind != "front_matter":
            return
        for key, value, place in front_matter_entries(block):
            span = block.text.span(place, place + len(value))
            if key != "factcheck" or value.lower() in _ON:
                continue
            if value.lower() in _OFF:
                self.items.append(
                    _Order("ignore-file", (), "", None, span).over(0, len(self._source), "file")
                )
            else:
                message = f"front matter: factcheck is {value!r}; the one thing that it can say is off"
                self.problems.append(Problem(message, span))

    def comment(self, comment: Comment) -> None:
        """Read one comment."""
        try:
            order = _parse(comment)
        except ValueError as error:
            self.problems.append(Problem(str(error), (comment.start, comment.end)))
            return
        if order is not None:
            self._obey(order, comment)

    def close(self) -> None:
        """End the document: what is still disabled is disabled to its end."""
        for order, targets in self._open:
            self.items.append(order.over(order.span[1], len(self._source), "range", targets))

    def _obey(self, order: _Order, comment: Comment) -> None:
        if order.verb == "ignore-file":
            self.items.append(order.over(0, len(self._source), "file"))
        elif order.verb == "disable":
            self._open.append((order, order.targets))
        elif order.verb == "enable":
            self._enable(order)
        elif order.verb == "ignore-next-line":
            self._add(order, self._next_line(comment.end), "next-line", "no line follows")
        elif self._alone_on_line(comment):
            self._add(order, self._next_block(comment), "block", "no block follows")
        else:
            self.items.append(order.over(*self._line(comment.start), "line"))

    def _add(self, order: _Order, span: Span | None, kind: str, complaint: str) -> None:
        if span is None:
            self.problems.append(
                Problem(f"factcheck: {order.verb} has nothing to apply to: {complaint}", order.span)
            )
        else:
            self.items.append(order.over(*span, kind))

    def _enable(self, order: _Order) -> None:
        left: list[tuple[_Order, tuple[str, ...]]] = []
        matched = False
        for opened, targets in self._open:
            ended = tuple(target for target in targets if not order.targets or target in order.targets)
            if order.targets and not ended:
                left.append((opened, targets))
                continue
            matched = True
            self.items.append(opened.over(opened.span[1], order.span[0], "range", ended))
            rest = tuple(target for target in targets if target not in ended)
            if rest:
                left.append((opened, rest))
        self._open = left
        if not matched:
            wanted = f"[{', '.join(order.targets)}]" if order.targets else ""
            message = f"factcheck: enable{wanted} ends nothing: no factcheck: disable{wanted} is open here"
            self.problems.append(Problem(message, order.span))

    def _line(self, offset: int) -> Span:
        """The range of the line of an offset."""
        source = self._source
        start = max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1
        ends = [place for place in (source.find("\n", offset), source.find("\r", offset)) if place >= 0]
        return start, min(ends, default=len(source))

    def _next_line(self, offset: int) -> Span | None:
        """The range of the next line that is not blank."""
        _, end = self._line(offset)
        while end < len(self._source):
            start, end = self._line(end + 1)
            if self._source[start:end].strip(_MARKERS):
                return start, end
        return None

    def _alone_on_line(self, comment: Comment) -> bool:
        start, _ = self._line(comment.start)
        _, end = self._line(comment.end)
        before, after = self._source[start : comment.start], self._source[comment.end : end]
        return not before.strip(_MARKERS) and not after.strip(_MARKERS)

    def _next_block(self, comment: Comment) -> Span | None:
        """The range of the block that follows, or of the rest of the one that an MDX comment begins."""
        for block in self._document.blocks:
            if block.kind != "front_matter" and block.end > comment.end and _has_content(block):
                return max(block.start, comment.end), block.end
        return None


def _has_content(block: Block) -> bool:
    return len(block.text) > 0 or bool(block.links)


def _parse(comment: Comment) -> _Order | None:
    """The order of a comment, None if it is none. Raises ValueError, with a message for the user, if it is
    malformed.
    """
    directive = re.fullmatch(_DIRECTIVE, comment.text, re.DOTALL)
    if directive is None:
        return None
    form = re.fullmatch(_FORM, directive.group("rest"), re.DOTALL)
    verb = form.group("verb") if form is not None else ""
    if directive.group("colon") is None:
        if verb not in _VERBS:
            return None  # a remark that happens to begin with the word
        raise ValueError(f"a colon is missing: write <!-- factcheck: {directive.group('rest')} -->")
    if form is None or verb not in _VERBS:
        raise ValueError(
            f"factcheck: {verb or directive.group('rest')!r} is unknown; known are {', '.join(_VERBS)}"
        )
    reason, until = _reason(form.group("reason"))
    return _Order(verb, _targets(form.group("targets")), reason, until, (comment.start, comment.end))


def _targets(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    targets = tuple(target.strip() for target in re.split("[,，、]", text))
    for target in targets:
        if re.fullmatch(_TARGET, target) is None:
            raise ValueError(
                f"[{text}] should name rules (wrong-date, FC102) or facts (bert.released), parted by commas; "
                f"{target!r} is neither; leave the brackets out to mean all"
            )
    return targets


def _reason(text: str) -> tuple[str, date | None]:
    """The reason, and the date after ``until=``."""
    if "[" in text.split(" ", 1)[0] or text.startswith("]"):
        raise ValueError(f"unbalanced brackets before {text!r}")
    match = re.search(r"(?:^|\s)until\s*=\s*(\S*)", text)
    if match is None:
        return _tidy(text), None
    try:
        until = date.fromisoformat(match.group(1).rstrip(",，;；。"))
    except ValueError:
        raise ValueError(f"until={match.group(1)} is not a date; write until=2027-01-31") from None
    return _tidy(text[: match.start()] + " " + text[match.end() :]), until


def _tidy(reason: str) -> str:
    return " ".join(reason.split()).strip("-—:：,， ")

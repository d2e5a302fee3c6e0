"""Each rule of the form is one small function, entered here once; `hold` tries them all on a paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..paper import PaperKind
from .finding import Finding, Outcome
from .layout import Layout

Found = TypeVar("Found")

KIND_UNKNOWN = "chưa biết là loại văn bản nào"


class Missing(Exception):
    """A component that the rule is about is not on the paper."""


class Uncheckable(Exception):
    """The paper does not show whether the rule is kept."""


@dataclass(frozen=True, slots=True)
class Verdict:
    kept: bool
    measured: str = ""
    allowed: str = ""
    where: str = ""


Test = Callable[[Layout], Verdict | None]
"""None: the rule is not about this paper."""


@dataclass(frozen=True, slots=True)
class Rule:
    slug: str
    label: str
    cell: str
    kinds: tuple[PaperKind, ...]
    """The kinds it is about; none: it is about any paper, also one whose kind is unknown."""
    test: Test


RULES: list[Rule] = []


def rule(slug: str, label: str, cell: str = "", kinds: tuple[PaperKind, ...] = ()) -> Callable[[Test], Test]:
    def enter(test: Test) -> Test:
        RULES.append(Rule(slug, label, cell, kinds, test))
        return test

    return enter


def hold(layout: Layout) -> Iterator[Finding]:
    """What each rule says of the paper, in the order of the sheet."""
    for each in RULES:
        if layout.kind and each.kinds and layout.kind not in each.kinds:
            continue
        if found := _held(each, layout):
            yield found


def _held(each: Rule, layout: Layout) -> Finding | None:
    def finding(outcome: Outcome, verdict: Verdict) -> Finding:
        return Finding(
            rule=each.slug,
            cell=each.cell,
            label=each.label,
            outcome=outcome,
            where=verdict.where,
            measured=verdict.measured,
            allowed=verdict.allowed,
        )

    if each.kinds and layout.kind is None:
        return finding(Outcome.NOT_CHECKABLE, Verdict(False, KIND_UNKNOWN))
    try:
        verdict = each.test(layout)
    except Missing as missing:
        return finding(Outcome.BROKEN, Verdict(False, f"không thấy {missing}"))
    except Uncheckable as reason:
        return finding(Outcome.NOT_CHECKABLE, Verdict(False, str(reason)))
    return finding(Outcome.KEPT if verdict.kept else Outcome.BROKEN, verdict) if verdict else None


def need(found: Found | None, name: str) -> Found:
    """The component, or Missing in the words of the reader."""
    if not found:
        raise Missing(name)
    return found

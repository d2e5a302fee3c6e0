"""The list of rules: each is a small function with the decorator `rule`; `check_all` runs them on a paper.

A rule looks at the Layout alone (`layout.py`): the components by name (`layout.head`, `layout.body`, `layout.ending`,
`layout.annexes`), the lines of `layout.pages` with their words, and what is drawn, `layout.strokes(page)`. What a
Line, a Word and a Stroke know of themselves stands in `measured_sheet.py`.

`need(component, "số, ký hiệu")` gives a component, or reports that it is missing; `place(line)` of `measure.py` says
in words where a line stands. A rule returns a Verdict, or None where it is not about the paper; it raises Uncheckable
where the paper does not show whether it is kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..law_places import LAW
from ..paper import PaperKind
from ..paper_kinds import description
from .finding import Finding, Outcome
from .layout import Layout

Component = TypeVar("Component")

KIND_UNKNOWN = "chưa biết là loại văn bản nào"


class Missing(Exception):
    """The paper lacks the component that the rule is about. The first rule that needs it is broken; the others about
    it cannot be checked, so that one absence is one finding."""


class NotAbout(Exception):
    """The rule is not about this paper."""


class Uncheckable(Exception):
    """The paper does not show whether the rule is kept."""


@dataclass(frozen=True, slots=True)
class Verdict:
    kept: bool
    measured: str = ""
    allowed: str = ""
    where: str = ""


Test = Callable[[Layout], Verdict | None]
"""None if the rule is not about this paper."""


@dataclass(frozen=True, slots=True)
class Rule:
    slug: str
    law: str
    """The code of its place in the law: `law_places.py`."""
    label: str
    cell: str
    kinds: tuple[PaperKind, ...]
    """The kinds that the rule is about; empty for a rule about any paper, even one of unknown kind."""
    test: Test


RULES: list[Rule] = []


def rule(
    slug: str, law: str, label: str, cell: str = "", kinds: tuple[PaperKind, ...] = ()
) -> Callable[[Test], Test]:
    """Registers a rule. `slug` names what is looked at; several may hold one place in the law, `law`."""
    assert law in LAW, law

    def register(test: Test) -> Test:
        RULES.append(Rule(slug, law, label, cell, kinds, test))
        return test

    return register


def check_all(layout: Layout) -> Iterator[Finding]:
    """The findings, in the order of the sheet."""
    kinds = _kinds(layout)
    told: set[str] = set()
    for candidate in RULES:
        if kinds and candidate.kinds and not kinds & set(candidate.kinds):
            continue
        if candidate.kinds and not kinds:
            yield _finding(candidate, Outcome.NOT_CHECKABLE, Verdict(False, KIND_UNKNOWN))
        elif finding := _check(candidate, layout, told):
            yield finding


def _kinds(layout: Layout) -> set[PaperKind]:
    """The kind; of a letter that nobody named, every kind of letter; none where it is unknown."""
    if layout.kind:
        return {layout.kind}
    return {kind for kind in PaperKind if layout.is_letter and description(kind).is_letter}


def _check(checked: Rule, layout: Layout, told: set[str]) -> Finding | None:
    """`told` are the absences that a rule before this one has reported."""
    try:
        verdict = checked.test(layout)
    except Missing as missing:
        outcome = Outcome.NOT_CHECKABLE if str(missing) in told else Outcome.BROKEN
        told.add(str(missing))
        return _finding(checked, outcome, Verdict(False, f"không thấy {missing}"))
    except NotAbout:
        return None
    except Uncheckable as reason:
        return _finding(checked, Outcome.NOT_CHECKABLE, Verdict(False, str(reason)))
    return _finding(checked, Outcome.KEPT if verdict.kept else Outcome.BROKEN, verdict) if verdict else None


def _finding(checked: Rule, outcome: Outcome, verdict: Verdict) -> Finding:
    return Finding(
        rule=checked.slug,
        law=checked.law,
        cell=checked.cell,
        label=checked.label,
        outcome=outcome,
        where=verdict.where,
        measured=verdict.measured,
        allowed=verdict.allowed,
    )


def need(component: Component | None, name: str) -> Component:
    """The component. Raises Missing with its Vietnamese name where the paper lacks it."""
    if not component:
        raise Missing(name)
    return component

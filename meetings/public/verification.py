"""Verification: is a file one of ours, which edition, and is it still in force."""

from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from .. import paper_reference
from ..vietnamese import tidy
from . import file_status, uploaded_hash
from .cached_page import newest_masthead, page, show, unless_held
from .query_parameters import Parameter, address, parameters
from .rate_limit import limited
from .see_other import SeeOther
from .uploaded_hash import LONGEST, LONGEST_MB

COUNTED = "verification"
LONGEST_REFERENCE = 120
"""Letters of a number and day that anybody would type."""


# Nothing changes and no one is known here: a forged request would only hash a file, and a token against it would set
# a cookie on every visitor.
@csrf_exempt
def verify(request):
    if request.method == "POST":
        return hashed(request)
    return asked(request) if paper_reference.NUMBER in request.GET else answer(request)


def _shortened(text):
    return tidy(text)[:LONGEST_REFERENCE]


@page(
    query=parameters(
        digest=Parameter("ma", uploaded_hash.typed_hash),
        number=Parameter(paper_reference.NUMBER, _shortened),
        day=Parameter(paper_reference.DAY, _shortened),
    )
)
def answer(request, digest, number, day):
    """The form, and with a hash or a number its answer: the same for everybody, so that it can be linked and cached.

    An answer is known by its own bytes: a paper for the office alone changes it and not the state of the site."""
    if number:
        return _of_number(request, number, day)
    if not digest:
        return _shown(request)
    if fault := uploaded_hash.fault_of(digest):
        return _shown(request, status=400, fault=fault)
    return unless_held(request, _shown(request, sha256=digest, standing=file_status.of(digest)))


asked = limited(name=COUNTED)(answer)
"""Who asks by number is counted with those who send files: numbers are few, and could be tried one after another."""


def _of_number(request, number, day):
    reference = paper_reference.read(f"{number} {day}")
    if reference is None:
        fault = "Hãy ghi số và ký hiệu như trên văn bản, kèm ngày văn bản: 05/BB-HĐND, 05/01/2021."
        return _shown(request, status=400, fault=fault, number=number, day=day)
    return _shown(request, number=number, day=day, papers=file_status.by_reference(reference))


@limited(name=COUNTED)
def hashed(request):
    """For a browser that does not hash: the file passes through, and leads to its answer's own address."""
    sha256, fault, status = uploaded_hash.hash_or_fault(request)
    if fault:
        return _shown(request, status=status, fault=fault)
    return SeeOther(f"{reverse('public:verify')}?ma={sha256}")


def _shown(request, *, status=200, **context):
    query = {"ma": context.get("sha256"), paper_reference.NUMBER: context.get("number")}
    query[paper_reference.DAY] = context.get("day")
    context |= {"masthead": newest_masthead(), "longest": LONGEST, "longest_mb": LONGEST_MB}
    response = show(request, "verify", address(reverse("public:verify"), **query), **context)
    response.status_code = status
    return response

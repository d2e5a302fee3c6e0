"""Every address and verb of the desk against every role: one table, each cell asserted, nothing outside it."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from meetings.models import (
    Directive,
    Edition,
    EditionFile,
    ErrorReport,
    ImportBatch,
    LadderStep,
    Letter,
    PaperDefaults,
    PlenarySitting,
    PrintedFile,
    ProgressReport,
    Proposal,
    Session,
    Succession,
    Unit,
    succession,
)
from meetings.models.stored_file import StoredFile
from meetings.models.unit_link import link_for
from meetings.models.workflow import VERBS

from ..conftest import logged_in
from .filling import filled

ROLES = ("citizen", "reader", "clerk", "chief", "administrator")

# What GET answers: 2 is the page, 3 a way elsewhere (a citizen's leads to the log-in), 4 refused, 5 no such method.
ADDRESSES = {
    #                                        citizen reader clerk chief administrator
    "index": "32222",
    "guide": "32222",
    "form_token": "32222",
    "drafts": "32222",
    "notice_choice": "32222",
    "meetings_letter_changelist": "32222",
    "meetings_letter_add": "34444",
    "meetings_letter_change": "32222",
    "meetings_letter_history": "32222",
    "meetings_letter_delete": "34444",
    "meetings_letter_move": "35555",
    "office_look": "34442",
    "setup_door": "44444",  # there are accounts: test_setup.py comes before any
    "setup_office": "34442",
    "setup_people": "34442",
    "setup_units": "34442",
    "setup_accounts": "34442",
    "setup_renew": "35555",
    "setup_doors": "34442",
    "login": "23333",
    "logout": "35555",
    "password_change": "32222",
    "password_change_done": "32222",
    "autocomplete": "32222",
    "jsi18n": "32222",
    "view_on_site": "34444",
    "app_list": "33333",
    "auth_user_changelist": "34442",
    "auth_user_add": "34442",
    "auth_user_change": "34442",
    "auth_user_history": "34442",
    "auth_user_delete": "34444",
    "auth_user_password_change": "34442",
    "meetings_unit_changelist": "32222",
    "meetings_unit_add": "34222",
    "meetings_unit_change": "32222",
    "meetings_unit_history": "32222",
    "meetings_unit_delete": "34444",
    "meetings_unit_succeed": "34424",
    "meetings_unit_work": "32222",
    "meetings_unit_link": "34224",
    "meetings_unit_link_sheet": "34224",
    "meetings_proposal_changelist": "32222",
    "meetings_proposal_change": "32222",
    "meetings_proposal_file": "32222",
    "meetings_session_comparison": "32222",
    "meetings_session_open": "35555",
    "meetings_council_changelist": "32222",
    "meetings_council_add": "34442",
    "meetings_council_change": "32222",
    "meetings_council_history": "32222",
    "meetings_council_succeed": "34424",
    "meetings_council_take_back": "34424",
    "meetings_council_delete": "34444",
    "meetings_directive_xlsx": "32222",
    "meetings_directive_docx": "32222",
    "meetings_directive_period": "32222",
    "meetings_directive_period_xlsx": "32222",
    "meetings_directive_changelist": "32222",
    "meetings_directive_change": "32222",
    "meetings_report_file": "32222",
    "meetings_directive_take_back": "34244",  # the clerk's own report of today
    "axes_accessattempt_changelist": "34442",
    "axes_accessattempt_unlock": "35555",
    "axes_accessattempt_add": "34444",
    "axes_accessattempt_change": "34442",
    "axes_accessattempt_history": "34442",
    "axes_accessattempt_delete": "34444",
    "meetings_edition_changelist": "32222",
    "meetings_edition_add": "34444",
    "meetings_edition_change": "32222",
    "meetings_edition_history": "32222",
    "meetings_edition_delete": "34444",
    "meetings_session_changelist": "32222",
    "meetings_session_add": "34224",
    "meetings_session_change": "32222",
    "meetings_session_history": "32222",
    "meetings_session_delete": "34444",
    "meetings_session_preview": "32222",
    "meetings_session_preview_minutes": "32222",
    "meetings_session_preview_new": "34444",
    "meetings_session_preview_new_minutes": "34444",
    "meetings_session_papers": "32222",
    "meetings_session_answers": "32222",
    "meetings_session_answer_slips": "34444",  # nobody was invited yet: tests/invitations/test_desk.py
    "meetings_session_dossier": "32222",
    "meetings_session_dossier_zip": "32222",
    "meetings_session_paper": "32222",
    "meetings_session_paper_pdf": "32222",
    "meetings_session_paper_word": "32222",
    "meetings_session_paper_issue": "34424",
    "meetings_session_paper_verb": "34224",
    "meetings_session_attendance_sheet": "32222",
    "meetings_council_our_template": "32222",
    "meetings_council_template": "32222",
    "meetings_edition_file": "32222",
    "meetings_edition_sign": "34424",
    "meetings_edition_sign_look": "34444",
    "meetings_edition_sign_picture": "34444",
    "meetings_edition_revoke": "34444",
    "meetings_edition_withdraw": "35555",
    "meetings_edition_register": "32222",
    "meetings_edition_register_csv": "32222",
    "meetings_edition_register_xlsx": "32222",
    "meetings_edition_register_pdf": "32222",
    "meetings_edition_register_close": "34424",
    "meetings_edition_enter": "32222",
    "meetings_edition_correct": "32222",
    "meetings_edition_errata": "34224",
    "meetings_session_my_words": "35555",
    "meetings_session_file": "34444",
    "meetings_session_prepare": "34224",
    "meetings_session_extraordinary": "34224",
    "meetings_session_copy": "34224",
    "meetings_session_roster": "32222",
    "meetings_session_roster_before": "32222",
    "meetings_session_paste": "35555",
    "meetings_session_paste_workbook": "35555",
    "meetings_session_paste_unit": "35555",
    "meetings_session_whole": "34224",
    "meetings_session_whole_into": "34444",  # published: test_paste_whole.py pastes into an empty draft
    "meetings_session_whole_undo": "35555",
    "meetings_session_whole_units": "35555",
    "meetings_session_suggest": "34224",
    "meetings_session_deadline": "34224",
    "meetings_session_walkthrough": "32222",
    "meetings_plenarysitting_changelist": "32222",
    "meetings_plenarysitting_add": "34224",
    "meetings_plenarysitting_change": "32222",
    "meetings_plenarysitting_history": "32222",
    "meetings_plenarysitting_delete": "34224",
    "meetings_ladderstep_changelist": "32222",
    "meetings_ladderstep_add": "34442",
    "meetings_ladderstep_change": "32222",
    "meetings_ladderstep_history": "32222",
    "meetings_ladderstep_delete": "34444",
    "meetings_errorreport_changelist": "32222",
    "meetings_errorreport_add": "34444",
    "meetings_errorreport_change": "32222",
    "meetings_errorreport_history": "32222",
    "meetings_errorreport_delete": "34444",
    "meetings_importbatch_changelist": "34224",
    "meetings_importbatch_add": "34224",
    "meetings_importbatch_change": "34224",
    "meetings_importbatch_next": "34334",
    "meetings_importbatch_take": "34224",
    "meetings_importbatch_units": "34224",
    "meetings_importbatch_council": "35555",
    "meetings_importedpost_change": "34224",
    "meetings_importedpost_decide": "35555",
    "meetings_importedpost_answer": "35555",
    "meetings_importedpost_mend": "35555",
    "meetings_importedpost_give_back": "34224",
}

# Who may do what to a session in which state; everybody else, and every other state, is refused.
VERB_ROLES = {
    "submit": {"clerk", "chief"},
    "take_back": {"clerk"},  # the sender, who is the clerk here
    "send_back": {"chief"},
    "publish": {"chief"},
    "unschedule": set(),  # only while a posting time is still to come: test_workflow.py
    "reopen": {"chief"},
    "republish": {"chief"},
    "keep": {"chief"},
    "withdraw": {"chief"},
    "restore": {"chief"},
}
STAGES = {
    **{"draft": "january", "submitted": "submitted", "published": "published"},
    **{"reopened": "reopened", "resubmitted": "resubmitted", "withdrawn": "withdrawn"},
}


@pytest.fixture
def withdrawn(published, chief):
    published.withdraw(by=chief, note="Đăng nhầm.")
    return published


@pytest.fixture
def clients(request):
    return {role: Client() if role == "citizen" else logged_in(request.getfixturevalue(role)) for role in ROLES}


def all_names():
    """The names of every address under /quan-tri/."""
    (desk,) = [each for each in get_resolver().url_patterns if str(each.pattern) == "quan-tri/"]
    found, rooms = set(), [desk]
    while rooms:
        for each in rooms.pop().url_patterns:
            rooms.append(each) if hasattr(each, "url_patterns") else found.add(each.name)
    return found - {None}


def test_no_address_is_outside_the_tables():
    assert all_names() - {"meetings_session_verb"} == set(ADDRESSES)
    assert set(VERBS) == set(VERB_ROLES)


QUERIES = {
    "autocomplete": "?app_label=meetings&model_name=directive&field_name=lead_unit&term=mttq",
    "meetings_session_suggest": "?truong=name&q=tran",
}


def address(name, session):
    ids = {
        "auth_user": session.state_changes.first().by_id,
        "meetings_unit": Unit.objects.first().pk,
        "meetings_council": session.council_id,
        "meetings_directive": Directive.objects.first().pk,
        "meetings_edition": Edition.objects.first().pk,
        "meetings_session": session.pk,
        "meetings_importbatch": (post := a_post()).batch_id,
        "meetings_importedpost": post.pk,
        "meetings_plenarysitting": PlenarySitting.objects.get_or_create(kind="mid_year", opens_on="2021-07-06")[0].pk,
        "meetings_ladderstep": LadderStep.objects.get_or_create(days=15, side="before", action="unit")[0].pk,
        "meetings_proposal": a_proposal().pk,
        "meetings_errorreport": ErrorReport.objects.get_or_create(page="/don-vi/", words="Sai tên.")[0].pk,
        "meetings_letter": Letter.objects.append("thu", to="a@noi.example", subject="Nhắc", text="Lời.").pk,
    }
    pk = next((ids[model] for model in ids if name.startswith(model)), None)
    if name.startswith("axes_accessattempt"):
        from axes.models import AccessAttempt

        tried = {"username": "quantri", "ip_address": "127.0.0.1", "failures_since_start": 1}
        pk = AccessAttempt.objects.get_or_create(**tried)[0].pk
    arguments = {
        "setup_renew": [ids["auth_user"]],
        "view_on_site": [1, 1],
        "app_list": ["meetings"],
        "meetings_session_file": [pk, 1],
        "meetings_session_paper_verb": [pk, "thong-bao", "send"],
        "meetings_edition_file": [pk, a_file().pk],
        "meetings_letter_move": [pk, "gui-lai"],
        "meetings_edition_revoke": [pk, a_file().pk],
        "meetings_council_template": [a_template(session).pk],
        "meetings_directive_take_back": [pk, a_report(session).pk],
        "meetings_report_file": [a_report(session).directive_id, a_report(session).pk],
    }.get(name)
    if name == "meetings_council_take_back":
        arguments = [a_succession().pk]
    for given in (arguments, [], [pk], [pk, "thong-bao"]):
        try:
            return reverse(f"admin:{name}", args=given or []) + QUERIES.get(name, "")
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def a_file():
    """A printed file of the edition; the store holds its bytes."""
    file = PrintedFile("public", "bien-ban.pdf", b"%PDF-1.7").keep()
    known = EditionFile.objects.filter(filename=file.filename).first()
    return known or EditionFile.objects.bulk_create([file.row(Edition.objects.first())])[0]


def a_report(session):
    """A report of the one who submitted the session, the clerk, on its first directive."""
    author = session.state_changes.first().by
    return ProgressReport.objects.get_or_create(
        directive=Directive.objects.first(),
        author=author,
        defaults={"state": "done", "reported_on": session.held_on, "file": a_kept_file()},
    )[0]


def a_kept_file():
    file = StoredFile("c" * 64, "ke-hoach.pdf", "ke-hoach")
    file.keep(b"%PDF-1.7")
    return {"sha256": file.sha256, "name": file.filename, "title": file.title, "size": 8}


def a_proposal():
    """Of the unit whose page is asked for, by its link of this month, with a file."""
    link = link_for(Unit.objects.first(), timezone.localdate())
    sent = {"directive": Directive.objects.first(), "state": "done", "note": "Đã xong.", "file": a_kept_file()}
    return Proposal.objects.get_or_create(link=link, key="mot", defaults={**sent, "sender": "Một người"})[0]


def a_succession():
    """Of the first unit, once."""
    unit = Unit.objects.order_by("pk").first()
    known = Succession.objects.filter(handovers__from_unit=unit).first()
    return known or succession.succeed(day=date(2025, 7, 1), units={unit: None}, by=None)


def a_post():
    """An old post that could not be read, waiting in a batch."""
    batch, _ = ImportBatch.objects.get_or_create(name="Bài cũ")
    return batch.posts.get_or_create(name="a.txt", defaults={"verdict": "refused", "reason": "tệp rỗng"})[0]


def a_template(session):
    defaults, new = PaperDefaults.objects.get_or_create(council=session.council, kind="notice")
    if new:
        defaults.template.save("mau.docx", ContentFile(b"PK"))
    return defaults


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_address_against_each_role(clients, published, name):
    where = address(name, published)
    answers = [status_of(clients[role].get(where)) for role in ROLES]
    digits = "".join("5" if status == 405 else str(status // 100) for status in answers)
    assert digits == ADDRESSES[name], (where, answers)


def status_of(answer):
    if answer.streaming:
        list(answer.streaming_content)  # read to its end, the file behind it is closed
    return answer.status_code


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", VERBS)
def test_each_verb_against_each_role_and_state(request, clients, name, stage):
    session = request.getfixturevalue(STAGES[stage])
    if name in ("republish", "submit"):
        Session.objects.filter(pk=session.pk).update(venue="Phòng họp khác")
    form = {"version": session.version, "note": "Lý do."}
    where = reverse("admin:meetings_session_verb", args=[session.pk, name])
    for role in ROLES:
        with undone():
            answer = clients[role].post(where, form)
            moved = Session.objects.get(pk=session.pk).version != session.version
        assert moved == (stage in VERBS[name].moves and role in VERB_ROLES[name]), role
        assert answer.status_code in ({302} if moved or role == "citizen" else {403, 409}), role


@pytest.mark.parametrize("stage", STAGES)
def test_the_form_is_saved_by_editors_and_only_while_open(request, clients, stage):
    session = request.getfixturevalue(STAGES[stage])
    where = reverse("admin:meetings_session_change", args=[session.pk])
    for role in ROLES:
        may = role in ("clerk", "chief") and stage in ("draft", "reopened")
        data = filled(clients[role].get(where), venue="Lén sửa") if may else {"venue": "Lén sửa"}
        with undone():
            clients[role].post(where, data)
            assert (Session.objects.get(pk=session.pk).venue == "Lén sửa") == may, role

"""Letters to who follows by mail: one that asks for confirmation, and one a day with what became public.

The row of the outbox holds no words and no address. Both come when the letter goes: the words from what is public
then, the links from the subscriber, so that no colleague who reads the book of letters can follow or leave for them.
"""

import textwrap

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..models import Letter, LetterState, Office, Subscriber, at_office, every_office, public_news
from ..models.subscriber import CONFIRM, LEAVE
from ..vietnamese import LOCAL_ZONE, date_digits
from .digest import INDENT, WIDTH, paragraph

NAMED = "người theo dõi qua thư"
MOST = 30
"""News in a letter; of the others it gives the number."""
LONGEST_WORDS = 600
"""Of a paragraph."""
NO_WORDS = "Lời thư được soạn khi gửi, từ những gì đang công khai, và không giữ ở đây."


def write_confirmations():
    """One a day to an address, whoever typed it how often."""
    with every_office():
        waiting = list(Subscriber.objects.filter(is_to_be_asked=True).select_related("office"))
    for subscriber in waiting:
        with at_office(subscriber.office), transaction.atomic():
            _append(f"confirm:{_today()}:{subscriber.address_hash}", subscriber, "Xác nhận theo dõi qua thư")
            Subscriber.objects.filter(pk=subscriber.pk).update(is_to_be_asked=False)


@transaction.atomic
def write_digests(office):
    """To each who has news and no letter of today yet. An older one that still waits gives way to the new."""
    Office.objects.select_for_update().get(pk=office.pk)
    key = f"follow:{_today()}:"
    with at_office(office):
        Subscriber.objects.forget_unconfirmed()
        told_today = Letter.objects.filter(key__startswith=key).values("subscriber")
        waiting = Subscriber.objects.confirmed().exclude(pk__in=told_today).order_by("told_until")
        waiting = list(waiting.prefetch_related("subscriptions"))
        news = public_news.between(waiting[0].told_until, timezone.now()) if waiting else []
        for subscriber in waiting:
            if any(each.at > subscriber.told_until for each in concerning(subscriber, news)):
                since = _call_off_older(subscriber)
                subject = f"Tin theo dõi ngày {date_digits(_today())}"
                letter = _append(f"{key}{subscriber.pk}", subscriber, subject, since=since)
                Subscriber.objects.filter(pk=subscriber.pk).update(told_until=letter.written_at)


def compose(letter) -> bool:
    """Gives the letter its words, in memory alone. False where there is nothing to say any more."""
    with at_office(letter.office):
        lines = _asked(letter.subscriber) if letter.since is None else _told(letter)
    if not lines or not letter.address:
        return False
    letter.text = "\n\n".join(("Kính gửi quý vị,", *lines, f"-- \n{letter.office}")) + "\n"
    return True


def headers(letter):
    """RFC 8058: the program that shows a letter of news has a button by which its reader leaves."""
    if letter.since is None:
        return {}
    leave = _link(letter.office, letter.subscriber, LEAVE)
    return {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def concerning(subscriber, news):
    topics = {each.topic for each in subscriber.subscriptions.all() if each.confirmed_at}
    return [each for each in news if each.topics & topics]


def _asked(subscriber):
    asked = subscriber.subscriptions.filter(confirmed_at=None)
    if not asked:
        return []
    return (
        "Có người đã ghi địa chỉ thư này để theo dõi:",
        "\n".join(f"- {each}" for each in asked),
        "Nếu đúng là quý vị, đề nghị mở đường dẫn sau và bấm Xác nhận trong 7 ngày:",
        _link(subscriber.office, subscriber, CONFIRM),
        paragraph("Nếu không phải, quý vị không phải làm gì: sau 7 ngày địa chỉ này được xóa."),
    )


def _told(letter):
    news = public_news.between(letter.since, letter.written_at)
    news = concerning(letter.subscriber, news)
    if not news:
        return []
    more = [f"Và {len(news) - MOST} tin khác ở trang của cơ quan."] if len(news) > MOST else []
    return (
        f"Có {len(news)} tin mới trong những mục quý vị theo dõi:",
        *(_item(number, each, letter.office) for number, each in enumerate(news[:MOST], 1)),
        *more,
        "Chọn lại mục theo dõi, hoặc thôi theo dõi và xóa địa chỉ:",
        _link(letter.office, letter.subscriber, LEAVE),
    )


def _item(number, news, office):
    words = [textwrap.shorten(line, LONGEST_WORDS, placeholder=" …") for line in news.words.splitlines()]
    day = date_digits(timezone.localdate(news.at, LOCAL_ZONE))
    lines = [paragraph(f"{number}. {news.title} ({day})")]
    lines += [textwrap.fill(line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT) for line in words]
    return "\n".join((*lines, f"{INDENT}{office.site}{news.path}"))


def _append(key, subscriber, subject, **more):
    return Letter.objects.append(key, subscriber=subscriber, to_name=NAMED, subject=subject, text=NO_WORDS, **more)


def _call_off_older(subscriber):
    """Since when the new letter tells."""
    older = Letter.objects.filter(subscriber=subscriber, since__isnull=False, state=LetterState.WAITING)
    since = min([subscriber.told_until, *older.values_list("since", flat=True)])
    older.update(state=LetterState.CALLED_OFF, trouble="Đã có thư mới hơn.")
    return since


def _link(office, subscriber, purpose):
    name = "public:confirm_following" if purpose == CONFIRM else "public:leave_following"
    return office.site + reverse(name, args=[subscriber.token(purpose)])


def _today():
    return timezone.localdate(timezone=LOCAL_ZONE)

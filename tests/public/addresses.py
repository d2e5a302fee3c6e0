"""Every kind of public page, each once, and what has to be issued for it. New kinds are added here."""

from meetings.models import Edition
from meetings.record import AgendaItemRecord, AttachmentRecord

from .conftest import issue, issue_paper, printed, session_of

EVERY_PAGE = (
    "/",
    "/phien-hop/",
    "/phien-hop/?nam=2021",
    "/phien-hop/2021/01/",
    "/phien-hop/2021/01/ban/1/",
    "/phien-hop/2020/11/",  # withdrawn: 410
    "/phien-hop/2021/07/",  # none such: 404
    "/xac-minh/",
    "/xac-minh/?ma=" + "0" * 64,  # a file that is not ours
    "/xac-minh/?ma=sai",  # 400
    "/phien-hop/?loai=dot-xuat",  # nothing of the kind
    "/chi-dao/",
    "/chi-dao/?tinh-trang=qua-han&tu=giam+sat",
    "/chi-dao/2021-01-1/",
    "/chi-dao/2021-01-2-1/",
    "/don-vi/",
    "/don-vi/uy-ban-mttq-viet-nam-quan/",
    "/lich/",
    "/theo-doi/",
    "/theo-doi/?chi-dao=2021-01-1&da-gui=1",
    "/bao-sai-sot/?trang=/phien-hop/2021/01/",
    "/tim-kiem/",
    "/tim-kiem/?q=giam+sat",
    "/tim-kiem/?q=khong+he+co",
    "/du-lieu-mo/",
    "/en/open-data/",
    "/gioi-thieu/",
    "/kha-nang-tiep-can/",
    "/en/",
)
BROKEN = ("/phien-hop/2020/11/", "/phien-hop/2021/07/", "/xac-minh/?ma=sai")
"""Those that answer with an error, which a browser's console names."""


def furnish(news):
    """Issues what EVERY_PAGE shows; `news` is the January session. Returns the addresses that depend on it."""
    issue(session_of(2020, 12))
    withdrawn = issue(session_of(2020, 11))
    Edition.objects.filter(pk=withdrawn.pk).close(Edition.State.WITHDRAWN, note="Đăng nhầm phiên họp.")
    agenda = (
        AgendaItemRecord(
            title="Kết quả công tác năm 2020",
            presenter="Văn phòng",
            summary="Báo cáo tóm tắt.",
            conclusion="Thống nhất.",
        ),
    )
    attachment = AttachmentRecord(
        title="Báo cáo", kind="report", filename="bao-cao.pdf", size=1200, sha256="a" * 64, is_public=True
    )
    whole = {**{name: getattr(news, name) for name in ("assessment", "directives", "imported_views")}}
    record = session_of(2021, 1, agenda=agenda, attachments=(attachment,), **whole)
    issue(record, states={"1": "in_progress", "2": "open", "2.1": "done", "2.2": "dropped"}, views=88)
    issue(record, note="Sửa câu mở đầu.", files=printed())
    issue_paper(record, "minutes", 5)
    issue_paper(record, "notice", 1)
    minutes = issue_paper(record, "notice", 2)
    return (f"/xac-minh/?ma={minutes.files.get(part='public', filename__endswith='pdf').sha256}",)

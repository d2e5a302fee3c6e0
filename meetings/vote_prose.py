"""The sentences that tell a vote: how many were for it, and, where that was recorded, who."""

from .record import VoteRecord
from .vietnamese import upper_first

AGREED, OPPOSED, ABSTAINED = "tán thành", "không tán thành", "không có ý kiến"


def sentence(vote: VoteRecord) -> str:
    """ "Các thành viên dự họp nhất trí 100%.", "5/7 thành viên tán thành, 1 không tán thành, 1 không có ý kiến."."""
    voting = max(vote.present or 0, vote.total)
    if vote.agreed == voting:
        return "Các thành viên dự họp nhất trí 100%."
    others = ((vote.opposed, OPPOSED), (vote.abstained, ABSTAINED))
    told = [f"{vote.agreed}/{voting} thành viên {AGREED}", *(f"{count} {words}" for count, words in others if count)]
    return f"{', '.join(told)}."


def by_name(vote: VoteRecord) -> str:
    """ "Tán thành: Trần Quyết Thắng, Lê Thị Mai; không tán thành: Vũ Văn Bình."; blank where nobody is named."""
    lists = ((AGREED, vote.agreed_names), (OPPOSED, vote.opposed_names), (ABSTAINED, vote.abstained_names))
    told = "; ".join(f"{words}: {', '.join(names)}" for words, names in lists if names)
    return f"{upper_first(told)}." if told else ""


def paragraphs(vote: VoteRecord | None) -> list[str]:
    """What a page or the minutes say of the vote; nothing where none was recorded."""
    return list(filter(None, (sentence(vote), by_name(vote)))) if vote else []

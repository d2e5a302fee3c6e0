"""An address of the old portal leads to the page of the session that its post became."""

import pytest

from meetings.models import OldAddress, SessionEntry

from .conftest import desk_session, issue, session_of

LIFERAY = "/tin-tuc/-/asset_publisher/Ab3dE/content/phien-hop-thang-1"
ASPX = "/default.aspx?id=12&tab=3"


@pytest.fixture
def moved(db):
    """Where the January session stood before."""
    record = session_of(2021, 1)
    issue(record)
    session = desk_session(record)
    for address in (f"http://cu.gov.vn{LIFERAY}", f"https://cu.gov.vn{ASPX}", "http://cu.gov.vn/tin/Phiên họp"):
        OldAddress.objects.create(path=OldAddress.key(address), session=session)
    return session


@pytest.mark.parametrize(
    "address",
    [
        LIFERAY,
        f"{LIFERAY}/",
        f"{LIFERAY}?utm_source=bao&fbclid=x1",
        ASPX,
        "/Default.aspx?Tab=3&id=12",
        "/tin/Phi%C3%AAn%20h%E1%BB%8Dp",
        "/tin/Phie%CC%82n%20ho%CC%A3p",
    ],
)
def test_it_answers_for_good_with_the_new_page(client, moved, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (301, "/phien-hop/2021/01/")


@pytest.mark.parametrize(
    "address", ["/default.aspx?id=13&tab=3", "/default.aspx", f"{LIFERAY}-2", "/tin/%FF", "/%00"]
)
def test_what_never_stood_there_is_not_found(client, moved, address):
    assert client.get(address).status_code == 404


def test_it_leads_nowhere_before_the_page_is_there_and_after_it_is_gone(client, db):
    record = session_of(2021, 1)
    OldAddress.objects.create(path=OldAddress.key(LIFERAY), session=desk_session(record))
    assert client.get(LIFERAY).status_code == 404
    issue(record)
    assert client.get(LIFERAY).status_code == 301
    SessionEntry.objects.update(is_live=False)
    assert client.get(LIFERAY).status_code == 404


def test_only_who_asks_to_read_is_sent_on(client, moved):
    assert client.head(LIFERAY).status_code == 301
    assert client.post(LIFERAY).status_code == 404


def test_it_costs_one_query(client, moved, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        client.get(LIFERAY)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://cu.vn/a/b/?z=2&a=1#noi-dung", "/a/b?a=1&z=2"),
        ("/a?x=", "/a?x="),
        ("https://cu.vn/?id=5", ""),
        ("https://cu.vn", ""),
        ("", ""),
        ("tin/a", ""),
        ("http://[x/a", ""),
        ("/" + "a" * 600, ""),
    ],
)
def test_the_key_of_an_address(address, key):
    assert OldAddress.key(address) == key

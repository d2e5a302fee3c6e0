"""One thing has one name: the list of terms is held against every sentence that people read."""

from pathlib import Path

import pytest

from tests import reading_words, terms

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (
    "desk",
    "models",
    "issuing",
    "letters",
    "uploads",
    "archiving",
    "public",
    "portal",
    "supervision",
    "by_link",
    "letters",
    "paper_kinds",
    "writers",
    "management",
    "templatetags",
)
READ = {".html": reading_words.of_template, ".txt": reading_words.of_template, ".py": reading_words.of_python}
READ |= {".js": reading_words.of_script, ".po": reading_words.of_translations}
IN_ENGLISH = {"open_data_en.html", "english.html"}


def sources():
    folders = [
        ROOT / "templates",
        ROOT / "static" / "js",
        ROOT / "council",
        *(ROOT / "meetings" / room for room in ROOMS),
    ]
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix in READ]
    return [file for file in [*files, *sorted((ROOT / "meetings").glob("*.py"))] if file.name not in IN_ENGLISH]


def test_every_sentence_keeps_to_the_words_of_the_office():
    faults = [
        f"{file.relative_to(ROOT)}:{fault}"
        for file in sources()
        for fault in terms.faults(READ[file.suffix](file.read_text(encoding="utf-8")))
    ]
    assert faults == [], "\n".join(faults)


PLACES = {
    ".html": "<h1>\n</h1>{{% if one %}}<p>Đây là <b>{}</b> đấy</p>{{% endif %}}",
    ".py": 'name = "tên"\nraise Refused(f"{{name}}: đây là {} đấy")',
    ".js": 'const name = "tên";\ntold.textContent = `Đây là {} đấy`;',
    ".po": 'msgid "So it is"\nmsgstr "Đây là {} đấy"',
}


@pytest.mark.parametrize("kind", PLACES)
def test_a_planted_word_is_seen_wherever_it_is_read(kind):
    planted = [(word, term.name) for term in terms.terms() for word in term.avoided]
    seen = {word: terms.faults(READ[kind](PLACES[kind].format(word))) for word, _ in planted}
    assert len(planted) > 150
    assert [each for each in planted if terms.Fault(2, *each) not in seen[each[0]]] == []


def test_a_fault_names_the_line_the_word_and_the_word_to_use():
    assert [str(fault) for fault in terms.faults("Bản ký\nđã tải lên.")] == ["2: “tải lên”; dùng “chọn tệp”"]


@pytest.mark.parametrize(
    "source",
    [
        '<form class="form" action="{% url "admin:upload" %}" data-file="1">{# click #}{{ user }}</form>',
        '<script src="/file.js"></script>{% block bodyclass %}login{% endblock %}<code>file</code>',
        '<p title="{% if user.form %}Xem tệp{% endif %}">Các tệp</p>',
    ],
)
def test_what_is_not_read_is_not_held(source):
    assert terms.faults(reading_words.of_template(source)) == []


def test_a_label_is_read_and_a_word_may_be_broken_by_a_tag_or_a_line():
    page = '<p aria-label="Bấm để upload">Không <b>thành</b>\ncông</p>{% include "a.html" with noun="phiên bản" %}'
    assert [(fault.line, fault.word) for fault in terms.faults(reading_words.of_template(page))] == [
        (1, "thành công"),
        (1, "upload"),
        (2, "phiên bản"),
    ]


def test_only_what_speaks_vietnamese_in_the_code_is_read():
    code = '"""Đây là file."""\nkey = "file"\nwords = f"Mở {file}"\nmarkup = "<form>Đọc</form>"\n'
    assert terms.faults(reading_words.of_python(code)) == []
    assert terms.faults(reading_words.of_script('const key = "file"; // một file\n/* đây là file */')) == []


def test_a_phrase_that_is_kept_may_hold_the_word():
    assert terms.faults("Các đại biểu xin ý kiến.") == []
    assert [fault.word for fault in terms.faults("Xin chờ.")] == ["Xin"]


def test_a_name_stands_once_is_explained_and_is_avoided_nowhere():
    assert {len(row) for row in terms.rows()} == {4}
    names = [term.name for term in terms.terms()]
    assert sorted(set(names)) == sorted(names)
    assert [term.name for term in terms.terms() if not term.meaning.endswith((".", "…"))] == []
    assert [term.name for term in terms.terms() if terms.faults(f"{term.name}. {term.meaning}")] == []

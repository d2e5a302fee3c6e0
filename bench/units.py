"""How many unit names and verbs the grammar parts rightly, with the part-of-speech tagger and without it.

    bench/units.py UNITS VERBS

UNITS: lines "giao | Trung tâm Y tế huyện | phun thuốc muỗi". VERBS: lines "Ban Pháp chế | kiểm soát | việc cấp phép".
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from meetings.readers.grammar import assignment, tagging, unit_phrases
from meetings.readers.text_span import Paragraph


def rows(path):
    return [
        [part.strip() for part in line.split("|")] for line in Path(path).read_text(encoding="utf-8").splitlines()
    ]


def faults_of_units(lines):
    for verb, unit, task in lines:
        words = f"{verb} {unit} {task}"
        found = assignment.read(Paragraph(words, 0, words).clip)
        lead = ", ".join(each.words for each in (found.lead, *found.coordinators) if each)
        if found.task.words != task:
            yield f"{words}: {lead or 'không tách được'}"


def faults_of_verbs(lines):
    for unit, verb, rest in lines:
        words = f"{unit} {verb} {rest}"
        named = unit_phrases.find(words)
        if not named or words[named.end :].strip() != f"{verb} {rest}" or not assignment.names_doer(words):
            yield f"{words}: {words[: named.end] if named else 'không tách được'}"


if __name__ == "__main__":
    for installed in (tagging.is_installed(), False):
        tagging.is_installed = lambda installed=installed: installed
        tagging.tokens.cache_clear()
        unit_phrases._name_end.cache_clear()
        units, verbs = rows(sys.argv[1]), rows(sys.argv[2])
        wrong = [*faults_of_units(units)], [*faults_of_verbs(verbs)]
        print(f"bộ gắn từ loại: {'có' if installed else 'không'}")
        right = [len(lines) - len(faults) for lines, faults in zip((units, verbs), wrong, strict=True)]
        print(f"  tên đơn vị đúng {right[0]}/{len(units)}, động từ đúng {right[1]}/{len(verbs)}")
        if "--faults" in sys.argv:
            print("\n".join(f"  {each}" for faults in wrong for each in faults))

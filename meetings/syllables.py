"""Whether a word is spelled as a Vietnamese syllable can be: the measure of a right encoding."""

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ACUTE_OR_DOT = frozenset("\u0301\u0323")
_LONGEST = 7
"""Letters of the longest syllable: nghiêng."""
_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYME_LIST = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc "
    "oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung "
    "uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi "
    "ươm ươn ương ươp ươt ươu y ych yêm yên yêng yêt yêu ynh yt"
)
_ONSETS, _RHYMES = frozenset(["", *_ONSET_LIST.split()]), frozenset(_RHYME_LIST.split())
_STOPS = ("c", "ch", "p", "t")


def is_syllable(word: str) -> bool:
    """Small letters, capitals or a capital first; False for two syllables, a foreign word and a lone consonant."""
    return 0 < len(word) <= _LONGEST + 1 and _is_known(word)


@lru_cache(maxsize=2**14)
def _is_known(word: str) -> bool:
    if not (word[1:].islower() or word.isupper() or len(word) == 1):
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES]
    plain = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if len(tones) > 1 or len(plain) > _LONGEST:
        return False
    if plain.endswith(_STOPS) and not _ACUTE_OR_DOT.issuperset(tones):
        return False
    return any(plain[:cut] in _ONSETS and plain[cut:] in _RHYMES for cut in range(min(4, len(plain))))

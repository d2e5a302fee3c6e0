"""How Nghị định 30/2020/NĐ-CP is divided, read off its text: appendices by mục, khoản and điểm, and articles."""

APPENDIX_I = """
I I.1 I.2 I.3 I.4 I.5 I.6 I.7 II II.1 II.1a II.1b II.1c II.2 II.2a II.2b II.2c II.3 II.3a II.3b II.3c II.3d
II.4 II.4a II.4b II.4c II.5 II.5a II.5b II.6 II.6a II.6b II.6c II.6d II.6đ II.6e II.6g II.7 II.7a II.7b II.7c
II.7d II.7đ II.8 II.8a II.8b II.8c II.9 II.9a II.9b II.9c II.9d III III.1 III.1a III.1b III.1c III.1d III.1đ
III.1e III.2 III.2a III.2b III.2c III.3 III.4 IV IV.1 IV.2 V
"""
APPENDIX_II = """
I II II.1 II.1a II.1b II.2 II.2a II.2b III III.1 III.1a III.1b III.1c III.1d III.1đ III.2 III.2a III.2b IV
IV.1 IV.1a IV.1b IV.2 IV.2a IV.2b V V.1 V.2 V.3 V.4 V.5 V.6 V.7 V.8 V.8a V.8b V.8c V.9 V.10
"""
APPENDIX_III = """
I II M1.1 M1.2 M1.3 M1.4 M1.5 M1.6 M1.7 M1.8 M1.9 M1.10 M2.1 M2.2 M3.1 M3.2
"""
APPENDIX_IV = """
I II
"""
ARTICLES = """
D7 D8 D8.1 D8.2 D8.3 D8.4 D9 D10 D11 D12 D13 D14 D15 D15.1 D15.1a D15.1b D15.1c D15.2 D15.3 D16 D16.1 D16.2
D16.2a D16.2b D16.3 D17 D17.1 D17.2 D18 D18.1 D18.2 D18.3 D18.4 D18.4a D18.4b D18.5 D18.6 D19 D19.1 D19.2
"""

_APPENDICES = {"I": APPENDIX_I, "II": APPENDIX_II, "III": APPENDIX_III, "IV": APPENDIX_IV}

PLACES = {f"{appendix}.{place}" for appendix, places in _APPENDICES.items() for place in places.split()}
PLACES |= set(ARTICLES.split())

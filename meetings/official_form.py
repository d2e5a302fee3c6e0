"""The figures of the official form (Nghị định 30/2020/NĐ-CP, Phụ lục I): the one place where they stand.

Each is the value we aim for, or (least, greatest) where it is the range the decree allows. A comment gives the code
of its place in the law (`law_places.py`) and the cell of the decree's layout (ô số). Lengths are millimetres, type
sizes and line heights points.
"""

PAGE_SIZE_MM = (210.0, 297.0)  # ND30-I.I.1

# ND30-I.I.3
MARGIN_TOP_MM, MARGIN_TOP_RANGE_MM = 20.0, (20.0, 25.0)
MARGIN_BOTTOM_MM, MARGIN_BOTTOM_RANGE_MM = 20.0, (20.0, 25.0)
MARGIN_LEFT_MM, MARGIN_LEFT_RANGE_MM = 30.0, (30.0, 35.0)
MARGIN_RIGHT_MM, MARGIN_RIGHT_RANGE_MM = 15.6, (15.0, 20.0)
"""0.6 mm in reserve: a justified line runs over its end by up to so much where its spaces are rounded."""

FONT_FAMILIES = ("Times New Roman", "Tinos", "Liberation Serif")  # ND30-I.I.4
"""In order of preference; the first that is installed and carries every Vietnamese letter is used."""

PAGE_NUMBER_PT, PAGE_NUMBER_RANGE_PT = 13.0, (13.0, 14.0)  # ND30-I.I.7

# Cell 1: Quốc hiệu (ND30-I.II.1a) and Tiêu ngữ (ND30-I.II.1b).
# Sizes go in pairs, 12 with 13 or 13 with 14; so does the place and date (ND30-I.V).
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATION_PT, NATION_RANGE_PT = 13.0, (12.0, 13.0)
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MOTTO_PT, MOTTO_RANGE_PT = 14.0, (13.0, 14.0)
HEADER_LEFT_SHARE, HEADER_LEFT_LEAST = 0.42, 0.305  # LE-4
"""Of the text width. At 13 pt the Quốc hiệu is 95-96 mm wide, so the header is never split in halves. A long place
before the date takes room from the left part, down to the least."""
SMALLER_HEADER_PT = (12.0, 13.0, 13.0, 12.0)  # ND30-I.V
"""Quốc hiệu, Tiêu ngữ, place and date, and the issuing body: the smaller pair, where the usual one has no room."""

HEADER_LINE_PT = 16.5

ISSUER_PT, ISSUER_RANGE_PT = 13.0, (12.0, 13.0)  # ND30-I.II.2b, cell 2
NUMBER_PT, NUMBER_RANGE_PT = 13.0, (13.0, 13.0)  # ND30-I.II.3c, cell 3
PLACE_DATE_PT, PLACE_DATE_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.II.4c, cell 4
KIND_PT, KIND_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.II.5b, cell 5a, bold capitals
ABSTRACT_PT, ABSTRACT_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.II.5b, cell 5a, bold

SUBJECT_PT, SUBJECT_RANGE_PT = 13.0, (12.0, 13.0)  # cell 5b, "V/v …" of a letter, upright
SUBJECT_GAP_PT = 6.0  # ND30-I.II.5b: between the number and "V/v …"
ADDRESSED_INDENT_MM, ADDRESSEE_INDENT_MM, ADDRESSEE_HANG_MM = 30.0, 47.4, 2.9
"""Cell 9a: where "Kính gửi:" begins, and its colon, under which the dashes of a list stand ("Kính gửi" is 17.4 mm
wide at 14 pt); a second line stands under the words after the dash."""

RULE_SHARE, RULE_SHARE_RANGE = 0.42, (1 / 3, 1 / 2)  # ND30-I.II.2b, ND30-I.II.5b
"""The rule under cells 2 and 5a, as a share of the line above it; the one under the Tiêu ngữ is as long as it."""
RULE_PT = 0.75

# ND30-I.II.6e, cell 6
BODY_PT, BODY_RANGE_PT = 14.0, (13.0, 14.0)
BODY_LINE_PT = 17.5
BODY_LINE_RANGE = (1.15, 1.725)
"""Single to 1.5 lines, as multiples of the type size: Word's single is 1.15 em in Times' measure."""
FIRST_LINE_INDENT_MM, FIRST_LINE_INDENT_CHOICES_MM = 12.7, (10.0, 12.7)
PARAGRAPH_GAP_PT, PARAGRAPH_GAP_LEAST_PT = 6.0, 6.0

AUTHORITY_PT, AUTHORITY_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.II.7đ, cell 7a, bold capitals
SIGNER_PT, SIGNER_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.II.7đ, cell 7b, bold
SIGNATURE_ROOM_MM = 25.0  # LE-2
SIGNATURE_WIDTH_MM = 48.0  # ND30-I.II.7d
"""Of the signer's picture (cell 7c), midway between post and name."""
SEAL_MM = 36.0  # ND30-I.II.8a
"""The office's round seal in its real size (cell 8)."""
SEAL_OVER_SIGNATURE = 1 / 3  # ND30-I.II.8a
"""The seal lies over so much of the signature, on its left."""
RECIPIENTS_HEAD_PT = 12.0  # ND30-I.II.9d, cell 9b, "Nơi nhận:", bold italic
RECIPIENTS_PT = 11.0  # ND30-I.II.9d, cell 9b, the list

ANNEX = "Phụ lục"
ANNEX_PT = 14.0  # ND30-I.III.1b: small letters, bold
ANNEX_NAME_PT, ANNEX_NAME_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.III.1b: capitals, bold
ANNEX_OF_PT, ANNEX_OF_RANGE_PT = 14.0, (13.0, 14.0)  # ND30-I.III.1c: "(Kèm theo …)", italic

TABLE_PT, TABLE_LINE_PT = 12.0, 15.0
"""In an annex or a list to sign; the decree leaves tables to the office."""

# Blanks that are filled by hand.
NUMBER_BLANK_MM = 12.0
HOUR_BLANK_MM = 11.0
SIGNER_BLANK_MM = 52.0

RECIPIENTS_HEAD = "Nơi nhận:"  # ND30-I.II.9d, cell 9b
DOCUMENT_END = "./."  # ND30-III.II
ADDRESS_PT, ADDRESS_RANGE_PT, ADDRESS_LINE_PT, ADDRESS_ROOM_PT = 11.0, (11.0, 12.0), 13.0, 34.0
"""Cell 13: the office's address at the foot of the first page, under a rule as wide as the text; two lines fit."""
VERIFICATION_PT, VERIFICATION_ROOM_PT = 9.0, 24.0
"""The line at the foot of the last page that says where the paper can be checked; not a part of the form."""
QR_MM = 19.0
"""The code beside that line, with its quiet zone."""

"""Numbers with a shape of their own: NHS and National Insurance numbers, registrations, postcodes."""

import re

from second_question.reading.identities.finding import Kind

NHS = r"\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}"
NATIONAL_INSURANCE = (
    r"(?:(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)"
    r"[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}[ \u00a0-]?[A-D]"
)
VEHICLE = r"[A-HJ-PR-Z][A-HJ-PR-Z](?:0[1-9]|[1-3]\d|5[1-9]|[67]\d|8[0-5])[ \u00a0]?[A-HJ-PR-Z]{3}"
OLD_VEHICLE = r"[A-HJ-NPR-TV-Y]\d{1,3}[ \u00a0]?[A-HJ-PR-Y]{3}"
POSTCODE_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY "
    "HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL "
    "PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
OUTWARD = rf"(?:{'|'.join(sorted(POSTCODE_AREAS.split(), key=len, reverse=True))})\d[A-Z\d]?"
POSTCODE = rf"{OUTWARD}[ \u00a0]?\n?\d[ABD-HJLNP-UW-Z]{{2}}"

_WEIGHTS = range(10, 1, -1)


def is_nhs_number(said: str) -> bool:
    """Ten digits whose last one checks the others (modulus 11; NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(letter) for letter in said if letter.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    return digits[-1] == (0 if check == 11 else check)


def kind_of_identifier(said: str) -> Kind:
    """What a number or mark of a case's record is, by its shape."""
    shapes = (
        (Kind.EMAIL, r"[^@\s]+@[^@\s]+\.\w+"),
        (Kind.WEB, r"(?:https?://|www\.)\S+"),
        (Kind.SOCIAL_MEDIA, r"@\S+|\w*[_.]\w[\w.]*"),
        (Kind.NI_NUMBER, NATIONAL_INSURANCE),
        (Kind.VEHICLE, rf"{VEHICLE}|{OLD_VEHICLE}"),
        (Kind.POSTCODE, POSTCODE),
    )
    bare = said.strip()
    if re.fullmatch(NHS, bare) and is_nhs_number(bare):
        return Kind.NHS_NUMBER
    return next((kind for kind, shape in shapes if re.fullmatch(shape, bare, re.IGNORECASE)), Kind.CASE_NUMBER)

"""Licences of data by their SPDX ids: which there are, where each stands, and what readers see of it."""

from __future__ import annotations

import re

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from .model import Licence, Words

_CONDITIONS = {
    "by": Words("نَسب المُصنَّف", "Attribution"),
    "nc": Words("غير تجاري", "NonCommercial"),
    "nd": Words("منع الاشتقاق", "NoDerivatives"),
    "sa": Words("الترخيص بالمثل", "ShareAlike"),
}


def _creative_commons(code: str) -> Licence:
    """One of version 4.0, by the code in its address: ``by-nc-sa``."""
    conditions = [_CONDITIONS[part] for part in code.split("-")]
    ar, en = " - ".join(str(part.ar) for part in conditions), "-".join(str(part.en) for part in conditions)
    title = Words(f"المشاع الإبداعي: {ar} 4.0 دولي", f"Creative Commons {en} 4.0")
    return Licence(f"CC-{code.upper()}-4.0", f"https://creativecommons.org/licenses/{code}/4.0/", title)


def _open_data_commons(id: str, code: str, ar: str, en: str) -> Licence:
    return Licence(id, f"https://opendatacommons.org/licenses/{code}/1-0/", Words(f"{ar} 1.0", f"{en} 1.0"))


#: Licences that are made for data and texts, with what they are called in both languages.
NAMED = {
    licence.id: licence
    for licence in (
        Licence(
            "CC0-1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            Words("المشاع الإبداعي: الإهداء إلى الملك العام CC0 1.0", "Creative Commons Zero 1.0"),
        ),
        *map(_creative_commons, "by by-sa by-nc by-nc-sa by-nd by-nc-nd".split()),
        _open_data_commons("ODC-By-1.0", "by", "رخصة نَسب البيانات المفتوحة", "Open Data Commons Attribution License"),
        _open_data_commons("ODbL-1.0", "odbl", "رخصة قواعد البيانات المفتوحة", "Open Database License"),
        _open_data_commons(
            "PDDL-1.0", "pddl", "إهداء البيانات المفتوحة إلى الملك العام", "Public Domain Dedication and License"
        ),
    )
}


def licence_of(text: str) -> Licence:
    """The licence of an SPDX id, in large or small letters; one without a name here is called by its id.

    Raises ``ValueError`` for what is no id of one licence.
    """
    try:
        id = str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        id = ""
    if not re.fullmatch(r"(?!LicenseRef-)[A-Za-z0-9.-]+", id):
        raise ValueError(text)
    return NAMED.get(id) or Licence(id, f"https://spdx.org/licenses/{id}.html", Words(id, id))

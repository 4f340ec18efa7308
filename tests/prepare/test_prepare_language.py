from __future__ import annotations

import pytest

from dragoman.prepare import looks_english


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Minister Tal resigns",
        "The envoys of Tarsis and Orlan met on Monday to talk about the border.",
        "President José de la Vega y Ortiz of Orlan condemned Tarsis' restrictive fishing laws.",
        "Shr 11 cts vs 12 cts\nNet 103 mln vs 96 mln\nRevs 472 mln vs 434 mln\nAvg shrs 9 mln vs 8 mln\n" * 5,
    ],
)
def test_english_tables_and_short_texts_pass(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Los enviados de Tarsis y Orlan se reunieron el lunes para hablar de la frontera.",
        "Die Gesandten von Tarsis und Orlan trafen sich am Montag, um über die Grenze zu sprechen.",
        "Les envoyés de Tarsis se sont réunis lundi pour parler de la frontière avec leurs voisins.",
        "Посланники двух стран встретились в понедельник, чтобы обсудить границу.",
        "اجتمع المبعوثون يوم الاثنين للحديث عن الحدود بين البلدين",
        "A két ország követei hétfőn találkoztak, hogy a határról tárgyaljanak, és megegyeztek abban, hogy jövő héten"
        " ismét összeülnek, mert sok kérdés maradt nyitva, amelyekről mindkét fél szeretne még egyszer beszélni velük.",
    ],
)
def test_other_languages_do_not(text: str) -> None:
    assert not looks_english(text)


def test_a_stated_language_decides() -> None:
    assert looks_english("Los enviados de Tarsis y Orlan se reunieron el lunes.", "en-GB")
    assert not looks_english("The envoys met on Monday in the capital.", "fr")
    assert looks_english("The envoys met on Monday in the capital.", " ")

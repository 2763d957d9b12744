"""Texts in which selecting and quoting are hard, each with notes that cross one another."""

import hashlib
import json
from pathlib import Path

from tests.mkdocs_runs import build_with

TEXTS = {
    "chinese": (
        "zh",
        (
            "道可道，非常道；名可名，非常名。無名天地之始，有名萬物之母。\n\n"
            "故常無欲，以觀其妙；常有欲，以觀其徼。此兩者同出而異名，同謂之玄。玄之又玄，衆妙之門。"
        ),
        ("可道，非常", "名可名，非常名。無名", "常有欲，以觀其徼", "玄之又玄"),
    ),
    "japanese": (
        "ja",
        (
            "山路を登りながら、こう考えた。智に働けば角が立つ。情に棹させば流される。\n\n"
            "意地を通せば窮屈だ。とかくに人の世は住みにくい。人の世を作ったものは神でもなければ鬼でもない。"
        ),
        ("登りながら、こう考え", "窮屈だ。とかくに", "とかくに人の世は住み"),
    ),
    "hebrew": (
        "he",
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃\n\nוְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ, וְחֹשֶׁךְ עַל־פְּנֵי תְהוֹם.",
        ("בָּרָא אֱלֹהִים אֵת", "אֱלֹהִים אֵת הַשָּׁמַיִם", "תֹהוּ וָבֹהוּ, וְחֹשֶׁךְ"),
    ),
    "thai": (
        "th",
        "ภาษาไทยไม่มีช่องว่างระหว่างคำ และคำเดียวกันมาซ้ำ ภาษาไทยไม่มีช่องว่าง",
        ("ไม่มีช่องว่างระหว่าง", "ระหว่างคำ และคำ"),
    ),
    "marks": (
        "en",
        (
            "A cafe\u0301, a na\u00efve cafe\u0301 and a nai\u0308ve cafe: “it’s”  'it's'\tit’s.\n"
            "The end \U0001f469\u200d\U0001f52c of\u00a0the end "
            "\U0001f1e7\U0001f1fe\U0001f1fa\U0001f1e6 of <b>the</b> end &amp; "
            "so on and so on and so on.\n\n"
            "The end of the end\u2028of the \u0915\u094d\u0937\u093f end."
        ),
        (
            "a na\u00efve cafe\u0301",
            "cafe\u0301 and",
            "so on and so on and so on. The end",
            "end of",
        ),
    ),
}


def build(folder: Path) -> None:
    """Build the site of a project with these texts."""
    files = {}
    for name, (language, text, quotations) in TEXTS.items():
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        source = {"file": f"seeds/{name}.txt", "sha256": sha256}
        notes = [
            {"id": f"n{number}", "target": {"exact": exact, "occurrence": 1}, "body": "Here."}
            for number, exact in enumerate(quotations)
        ]
        reading = {"title": name, "language": language, "source": source}
        files[f"seeds/{name}.txt"] = text
        files[f"annotations/readings/{name}/reading.yml"] = json.dumps(reading)
        files[f"annotations/readings/{name}/notes.yml"] = json.dumps({"notes": notes})
    build_with(folder, files)

"""Reference lists and statements of venue."""

from __future__ import annotations

import pytest

from small_world import World

TITLE = "Attention Is All You Need"


@pytest.mark.parametrize(
    ("text", "predicate", "value", "status"),
    [
        (f"[1] Vaswani A., Shazeer N. {TITLE}. NIPS 2017.", "venue", "NIPS 2017", "supported"),
        (f"[1] Vaswani A., Shazeer N. {TITLE}. NeurIPS, 2017.", "venue", "NeurIPS, 2017", "supported"),
        (f"[1] Vaswani A., Shazeer N. {TITLE}. ICML 2017.", "venue", "ICML 2017", "contradicted"),
        (f"[1] Vaswani A., Shazeer N. {TITLE}. NIPS 2018.", "venue", "NIPS 2018", "contradicted"),
        (
            f"[1] Vaswani A., Shazeer N. {TITLE}. NIPS 2017.",
            "authors",
            "Vaswani A., Shazeer N. ",
            "supported",
        ),
        (
            f"[1] Devlin J., Shazeer N. {TITLE}. NIPS 2017.",
            "authors",
            "Devlin J., Shazeer N. ",
            "contradicted",
        ),
    ],
)
def test_references(world: World, text: str, predicate: str, value: str, status: str) -> None:
    claim = world.one(text, predicate)
    assert claim.subjects == ("attention-paper",)
    assert text[claim.value_start : claim.value_end] == value
    assert world.verdict(claim).status == status


def test_a_title_with_a_slip(world: World) -> None:
    text = "[1] Vaswani A., Shazeer N. Attention Is All You Neeed. NIPS 2017."
    claim = world.one(text, "title")
    verdict = world.verdict(claim)
    assert text[claim.start : claim.end] == "Attention Is All You Neeed"
    assert (verdict.status, verdict.replacement) == ("contradicted", TITLE)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("BERT的论文发表在NAACL 2019。", "supported"),
        ("BERT的论文发表在NAACL。", "supported"),
        ("BERT的论文发表在ACL 2020。", "contradicted"),
        ("BERT的论文发表于EMNLP。", "contradicted"),
        ("论文《Attention Is All You Need》被NIPS 2017接收。", "supported"),
        ("Transformer的论文发表在ICLR 2018。", "contradicted"),
    ],
)
def test_venues(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "venue") == [status]


@pytest.mark.parametrize(
    "text",
    [
        "今年的ACL 2020在线举行，BERT是热门话题。",
        "ACL 2020收到许多投稿。",
        "GPT-3的论文发表在ACL 2020。",
        "BERT和GPT-3的论文发表在ICLR。",
    ],
)
def test_what_is_no_statement_of_venue(world: World, text: str) -> None:
    assert world.claims(text, "venue") == []

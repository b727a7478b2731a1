from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.codepoints import code_points, encodable


@given(st.text(st.characters(codec="utf-8")), st.randoms(use_true_random=False))
def test_any_order_of_questions(text: str, random) -> None:  # type: ignore[no-untyped-def]
    at = code_points(text.encode(), base=7)
    questions = list(range(len(text) + 1))
    random.shuffle(questions)
    for question in questions:
        assert at(len(text[:question].encode())) == question + 7


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    text, data = encodable("中\ud800a")
    assert text == "中\ufffda"
    assert data.decode() == text

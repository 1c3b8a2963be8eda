"""Dots drawn before words in pictures, at the picture's edges too."""

from screen.readers._dots import has_dot


def test_a_word_at_the_lower_right_corner_has_none() -> None:
    assert not has_dot(bytes(range(100)), 10, 30.0, 9.5, 6.0)

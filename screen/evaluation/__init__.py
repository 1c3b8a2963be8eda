"""How right the levels are: a result held against what careful readers found in the same applications."""

from screen.evaluation._label import Label, Labelled, LabelledPosition
from screen.evaluation._labels import find, load_labels
from screen.evaluation._measure import left_out, measure
from screen.evaluation._record import Evaluation
from screen.evaluation._result import read_result, to_json
from screen.evaluation._table import render, show
from screen.evaluation._written import LabelMistakes, Mistake

__all__ = [
    "Evaluation",
    "Label",
    "LabelMistakes",
    "Labelled",
    "LabelledPosition",
    "Mistake",
    "find",
    "left_out",
    "load_labels",
    "measure",
    "read_result",
    "render",
    "show",
    "to_json",
]

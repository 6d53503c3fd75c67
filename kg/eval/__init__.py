"""How well stories are read: what the chain gives beside what annotators found.

`score` compares, `figures` are what floors may hold, `intervals` say how far chance moves them,
`kg.eval.page` shows every miss with its sentence. Bias: strict; an annotation that cannot be read
whole is refused.
"""

from kg.eval.floors import AT_MOST, Held, hold, read_floors
from kg.eval.gold import Gold, Same, paths, read_gold, read_same
from kg.eval.intervals import Interval, intervals
from kg.eval.said import Heard, Said, from_rows, from_stories
from kg.eval.score import Score, figures, score
from kg.eval.tally import PARTS, SHARES, Kind, Miss, Part, Sheet, Tally

__all__ = [
    "AT_MOST",
    "PARTS",
    "SHARES",
    "Gold",
    "Heard",
    "Held",
    "Interval",
    "Kind",
    "Miss",
    "Part",
    "Said",
    "Same",
    "Score",
    "Sheet",
    "Tally",
    "figures",
    "from_rows",
    "from_stories",
    "hold",
    "intervals",
    "paths",
    "read_floors",
    "read_gold",
    "read_same",
    "score",
]

from __future__ import annotations

from dragoman.evaluate.tally import Count, Tally, intervals, total


def tally(right: int, given: int, asked: int) -> Tally:
    return Tally({"typed": Count(right, given, asked)})


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    count = Count(right=2, given=4, asked=8)
    assert (count.precision, count.recall) == (0.5, 0.25)
    assert abs(count.f1 - 1 / 3) < 1e-9


def test_nothing_counted_is_nought_and_no_error() -> None:
    assert Count().f1 == Count().precision == Count().recall == 0


def test_sums_are_micro_averages() -> None:
    assert total([tally(1, 1, 1), tally(0, 3, 1)]).counts["typed"] == Count(1, 4, 2)


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    tallies = [tally(n % 3, 3, 3) for n in range(30)]
    low, high = intervals(tallies)["typed"]
    assert low < total(tallies).f1("typed") < high
    assert intervals(tallies) == intervals(tallies)


def test_reports_that_are_all_alike_leave_no_doubt() -> None:
    assert intervals([tally(1, 2, 2)] * 5)["typed"] == (0.5, 0.5)

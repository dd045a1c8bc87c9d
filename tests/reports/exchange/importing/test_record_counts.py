"""How many records an import has made, in the words of editors."""

from reports.exchange.importing.summary import count_records


def test_one_record_is_not_several() -> None:
    made = {"indicator": 1, "service": 3, "funding_round": 2, "term": 1}
    assert count_records(made) == "1 indicateur, 3 services, 2 promotions financées, 1 terme"
    assert count_records({"gone": 1}) == "1 gone"

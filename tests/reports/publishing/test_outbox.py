"""Entries of the outbox: in the transaction, in order, by one runner at a time, and erased."""

import logging
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from reports.publishing import outbox
from reports.publishing.models import OutboxEntry
from reports.publishing.outbox import backoff, claims, senders
from reports.publishing.outbox.delivery import Outcome, deliver_next
from reports.publishing.outbox.outages import Outages
from reports.publishing.outbox.retention import delete_ended
from reports.publishing.outbox.runner import Runner
from tests.threads.parallel import run_in_threads

LEASE = timedelta(minutes=5)
SECRET = "https://bilan.example/admin/password_reset/secret-word"


class Recorder:
    """A sender that keeps what it gets, and raises what it was told to raise."""

    def __init__(self) -> None:
        self.deliveries: list[senders.Delivery] = []
        self.errors: dict[str, list[Exception]] = {}

    def __call__(self, delivery: senders.Delivery) -> None:
        self.deliveries.append(delivery)
        if errors := self.errors.get(delivery.recipient):
            raise errors.pop(0)

    @property
    def payloads(self) -> list[Any]:
        return [delivery.payload for delivery in self.deliveries]


@pytest.fixture
def recorder(db: None, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    monkeypatch.setitem(senders.SENDERS, "test", recorder)
    return recorder


def enqueue(recipient: str, *payloads: object) -> list[OutboxEntry]:
    return [outbox.enqueue("test", recipient, payload) for payload in payloads]


def deliver_all() -> list[Outcome]:
    return list(Runner(Event()).run_once().elements())


def make_due() -> None:
    """As if the delay after a failure, or the lease of a runner that died, had passed."""
    OutboxEntry.objects.update(due_at=timezone.now())
    OutboxEntry.objects.exclude(claimed_until=None).update(claimed_until=timezone.now())


def test_what_is_rolled_back_never_leaves(recorder: Recorder) -> None:
    with transaction.atomic():
        enqueue("a", 1)
        transaction.set_rollback(True)
    assert deliver_all() == recorder.deliveries == []


@pytest.mark.parametrize("recipient", ["", "a" * 321])
def test_a_recipient_that_cannot_be_stored_is_refused_before_the_database(
    recorder: Recorder, recipient: str
) -> None:
    with pytest.raises(ValueError, match="1 to 320"):
        enqueue(recipient, 1)


def test_a_kind_that_nobody_delivers_is_refused(recorder: Recorder) -> None:
    with pytest.raises(ValueError, match="Nobody delivers"):
        outbox.enqueue("pigeon", "a", 1)


def test_a_runner_leaves_kinds_that_it_does_not_know(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    enqueue("a", 1)
    monkeypatch.delitem(senders.SENDERS, "test")
    assert deliver_all() == []


def test_each_recipient_gets_entries_in_order(recorder: Recorder) -> None:
    enqueue("a", 1)
    enqueue("b", 2)
    enqueue("a", 3)
    assert deliver_all() == [Outcome.DELIVERED] * 3
    assert recorder.payloads == [1, 2, 3]
    assert {delivery.attempt for delivery in recorder.deliveries} == {1}


def test_a_failure_holds_back_its_recipient_alone(recorder: Recorder) -> None:
    recorder.errors["a"] = [RuntimeError(SECRET)]
    enqueue("a", 1, 2)
    enqueue("b", 3)
    assert sorted(outcome.name for outcome in deliver_all()) == ["DELIVERED", "POSTPONED"]
    assert recorder.payloads == [1, 3]
    make_due()
    deliver_all()
    assert recorder.payloads == [1, 3, 1, 2]
    assert [delivery.attempt for delivery in recorder.deliveries] == [1, 1, 2, 1]


def test_a_claimed_entry_is_nobody_else_s_until_its_lease_ends(recorder: Recorder) -> None:
    enqueue("a", 1, 2)
    first = claims.claim_next(LEASE)
    assert first
    assert claims.claim_next(LEASE) is None
    make_due()
    second = claims.claim_next(LEASE)
    assert second
    assert (second.pk, second.delivery.attempt) == (first.pk, 2)


def test_a_runner_whose_lease_has_ended_records_nothing(recorder: Recorder) -> None:
    (entry,) = enqueue("a", 1)
    late = claims.claim_next(LEASE)
    make_due()
    current = claims.claim_next(LEASE)
    assert late
    assert current
    claims.record_delivery(late)
    claims.record_giving_up(late, "X")
    claims.record_failure(late, "X", LEASE)
    entry.refresh_from_db()
    assert (entry.delivered_at, entry.given_up_at, entry.last_error) == (None, None, "")
    claims.record_delivery(current)
    entry.refresh_from_db()
    assert entry.delivered_at


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_entry_is_claimed_inside_a_transaction(recorder: Recorder) -> None:
    enqueue("a", 1)
    with transaction.atomic(), pytest.raises(RuntimeError):
        deliver_next(Outages())
    assert recorder.deliveries == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_sent_inside_a_transaction(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = []
    monkeypatch.setitem(
        senders.SENDERS, "test", lambda delivery: inside.append(connection.in_atomic_block)
    )
    enqueue("a", 1)
    deliver_all()
    assert inside == [False]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_runners_that_read_the_same_entry_one_gets_it(recorder: Recorder) -> None:
    enqueue("a", 1)
    barrier = Barrier(2)
    pk = OutboxEntry.objects.get().pk

    def claim_together(number: int) -> bool:
        attempts = OutboxEntry.objects.get().attempts
        barrier.wait()
        while True:  # SQLite in memory refuses a second writer instead of making it wait
            with suppress(OperationalError):
                return claims.claim_entry(pk, attempts, timezone.now() + LEASE)

    assert sorted(run_in_threads(2, claim_together)) == [False, True]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(None, Outcome.DELIVERED), (senders.Refused(), Outcome.GIVEN_UP)],
)
def test_what_has_ended_is_erased(
    recorder: Recorder, error: Exception | None, outcome: Outcome
) -> None:
    recorder.errors["a"] = [error] if error else []
    (entry,) = enqueue("a", {"link": SECRET})
    assert deliver_all() == [outcome]
    entry.refresh_from_db()
    assert (entry.payload, entry.recipient, entry.claimed_until) == (None, "", None)


def test_the_database_refuses_an_ended_entry_that_is_not_erased(recorder: Recorder) -> None:
    (entry,) = enqueue("a", SECRET)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxEntry.objects.filter(pk=entry.pk).update(delivered_at=timezone.now())


def test_after_its_last_attempt_an_entry_is_given_up_and_later_ones_go_on(
    recorder: Recorder,
) -> None:
    recorder.errors["a"] = [RuntimeError(SECRET)] * backoff.MAX_ATTEMPTS
    entry, _ = enqueue("a", 1, 2)
    for _ in range(backoff.MAX_ATTEMPTS):
        make_due()
        deliver_all()
    entry.refresh_from_db()
    assert (entry.attempts, entry.last_error) == (backoff.MAX_ATTEMPTS, "RuntimeError")
    assert entry.given_up_at
    assert recorder.payloads == [1] * backoff.MAX_ATTEMPTS + [2]


def test_an_entry_whose_runners_all_died_is_given_up_unsent(recorder: Recorder) -> None:
    (entry,) = enqueue("a", 1)
    for _ in range(backoff.MAX_ATTEMPTS):
        make_due()
        assert claims.claim_next(LEASE)
    make_due()
    assert deliver_all() == [Outcome.GIVEN_UP]
    entry.refresh_from_db()
    assert (entry.last_error, recorder.deliveries) == ("RunnerKilled", [])


def test_who_refuses_answers(recorder: Recorder, caplog: Any) -> None:
    recorder.errors["a"] = [senders.ChannelDown(), senders.Refused()]
    enqueue("a", 1)
    runner = Runner(Event())
    for _ in range(2):
        make_due()
        runner.run_once()
    assert "The outbox goes on: test can be reached again." in caplog.messages


def test_attempts_are_spread_over_two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff.random, "uniform", lambda low, high: 1.0)
    delays = [backoff.compute_delay(attempt) for attempt in range(1, backoff.MAX_ATTEMPTS)]
    assert delays[:4] == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240)]
    assert delays == sorted(delays)
    assert timedelta(hours=47) < sum(delays, timedelta()) < timedelta(hours=49)


def test_delays_differ(settings: Any) -> None:
    settings.OUTBOX_RETRY_SECONDS = 100
    delays = {backoff.compute_delay(1) for _ in range(20)}
    assert len(delays) > 1
    assert all(75 <= delay.total_seconds() <= 125 for delay in delays)


def test_no_word_of_an_entry_is_logged(recorder: Recorder, caplog: Any) -> None:
    recorder.errors["a"] = [
        ValueError(SECRET),
        senders.ChannelDown(SECRET),
        senders.Refused(SECRET),
    ]
    (entry,) = enqueue("a", {"link": SECRET})
    with caplog.at_level(logging.DEBUG):
        for _ in range(3):
            make_due()
            deliver_all()
    assert f"Gave up outbox entry {entry.pk} (test) after 3 attempts: Refused." in caplog.messages
    assert "secret-word" not in caplog.text
    assert "secret-word" not in repr(recorder.deliveries)
    entry.refresh_from_db()
    assert entry.last_error == "Refused"


def test_an_outage_is_one_line_and_its_end_another(recorder: Recorder, caplog: Any) -> None:
    recorder.errors = {name: [senders.ChannelDown()] * 2 for name in "abc"}
    for name in "abc":
        enqueue(name, 1)
    runner = Runner(Event())
    for _ in range(3):
        make_due()
        runner.run_once()
    assert caplog.messages == [
        "The outbox waits: test cannot be reached (ChannelDown).",
        "The outbox goes on: test can be reached again.",
    ]


def test_ended_entries_are_deleted_in_time(recorder: Recorder) -> None:
    now = timezone.now()
    erased = {"payload": None, "recipient": "", "kind": "test"}
    for days in (6, 8, 29, 31):
        ago = now - timedelta(days=days)
        OutboxEntry.objects.create(delivered_at=ago, **erased)
        OutboxEntry.objects.create(given_up_at=ago, **erased)
    OutboxEntry.objects.create(kind="test", recipient="a", created_at=now - timedelta(days=99))
    assert delete_ended() == 4
    assert OutboxEntry.objects.filter(given_up_at=None, delivered_at=None).count() == 1
    assert OutboxEntry.objects.exclude(delivered_at=None).count() == 1
    assert OutboxEntry.objects.exclude(given_up_at=None).count() == 3


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> "Loop":
    return Loop(monkeypatch)


class Loop:
    """A runner whose work is a list of outcomes and errors, and whose waits are recorded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stop, self.waits = Event(), []
        self.runner = Runner(self.stop)
        self.monkeypatch = monkeypatch
        monkeypatch.setattr(self.stop, "wait", self.waits.append)

    def run(self, *work: Outcome | Exception | None) -> list[float]:
        steps = list(work)

        def do() -> Outcome | None:
            step = steps.pop(0)
            if not steps:
                self.stop.set()
            if isinstance(step, Exception):
                raise step
            return step

        self.monkeypatch.setattr(self.runner, "work", do)
        self.runner.run()
        assert steps == []
        return self.waits


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_idle_loop_waits_and_a_busy_one_does_not(loop: Loop) -> None:
    assert loop.run(Outcome.DELIVERED, None, Outcome.POSTPONED, None) == [1.0, 1.0]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_loop_survives_a_database_that_is_gone(loop: Loop, caplog: Any) -> None:
    gone = [OperationalError(SECRET)] * 6
    assert loop.run(*gone, Outcome.DELIVERED, *gone[:1]) == [2, 4, 8, 16, 30, 30, 2]
    assert caplog.messages == [
        "The outbox waits: the database cannot be reached (OperationalError).",
        "The outbox goes on: the database can be reached again.",
        "The outbox waits: the database cannot be reached (OperationalError).",
    ]

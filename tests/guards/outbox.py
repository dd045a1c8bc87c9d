"""Guards on what leaves, and on who publishes at an hour."""

from .guard import Guard

PACKAGE = "reports/publishing/outbox"
ENTRIES = "tests/reports/publishing/test_outbox.py"
SCHEDULED = "tests/reports/publishing/test_scheduled.py"
LOCKS = "tests/reports/content/test_process_lock.py"
MAIL = "tests/cms/operations/test_mail.py"
COMMAND = "tests/production/test_run_outbox.py"

OUTBOX = [
    Guard(
        "entries of one recipient that wait for the earlier one",
        f"{PACKAGE}/claims.py",
        "due.exclude(Exists(earlier))",
        "due",
        ENTRIES,
        "order or holds_back",
    ),
    Guard(
        "an entry that only one runner claims",
        f"{PACKAGE}/claims.py",
        "filter(PENDING, pk=pk, attempts=attempts)",
        "filter(PENDING, pk=pk)",
        ENTRIES,
        "two_runners",
    ),
    Guard(
        "the lease of a claim",
        f"{PACKAGE}/claims.py",
        "filter(PENDING, unclaimed, due_at__lte=now",
        "filter(PENDING, due_at__lte=now",
        ENTRIES,
        "lease",
    ),
    Guard(
        "a lease that has ended",
        f"{PACKAGE}/claims.py",
        "filter(PENDING, pk=claim.pk, attempts=claim.delivery.attempt)",
        "filter(PENDING, pk=claim.pk)",
        ENTRIES,
        "records_nothing",
    ),
    Guard(
        "claims outside transactions",
        f"{PACKAGE}/claims.py",
        "transaction.atomic(durable=True)",
        "transaction.atomic()",
        ENTRIES,
        "inside_a_transaction",
    ),
    Guard(
        "payloads that are erased when they have left",
        f"{PACKAGE}/claims.py",
        '{"payload": None, "recipient": "", "claimed_until": None}',
        '{"claimed_until": None}',
        ENTRIES,
        "erased",
        breaks=True,
    ),
    Guard(
        "payloads that the database does not keep",
        "reports/migrations/0016_outbox.py",
        "condition=models.Q(models.Q(('delivered_at', None), ('given_up_at', None)), "
        "models.Q(('payload__isnull', True), ('recipient', '')), _connector='OR')",
        "condition=models.Q(('attempts__gte', 0))",
        ENTRIES,
        "database_refuses",
    ),
    Guard(
        "errors without words of what was sent",
        f"{PACKAGE}/delivery.py",
        "return type(wrapped or error).__name__[:80]",
        "return str(wrapped or error)[:80]",
        ENTRIES,
        "word",
    ),
    Guard(
        "the end of attempts",
        f"{PACKAGE}/delivery.py",
        "isinstance(error, Refused) or attempt >= MAX_ATTEMPTS",
        "isinstance(error, Refused)",
        ENTRIES,
        "given_up",
    ),
    Guard(
        "one line for an outage",
        f"{PACKAGE}/outages.py",
        "        if channel not in self.down:\n",
        "        if True:\n",
        ENTRIES,
        "outage or gone",
    ),
    Guard(
        "a delivery that a signal does not cut",
        "reports/publishing/management/commands/run_outbox.py",
        "            signal.signal(number, lambda *_: stop.set())",
        "            pass",
        COMMAND,
        "sigterm",
    ),
    Guard(
        "mail that waits for its transaction",
        "cms/operations/mail.py",
        "        return sum(enqueue_message(message) for message in email_messages)\n",
        "        return SmtpBackend().send_messages(list(email_messages)) or 0\n",
        MAIL,
        "silent or rolled_back",
        breaks=True,
    ),
    Guard(
        "the mark of a repeat",
        "cms/operations/mail.py",
        "    if delivery.attempt > 1:\n",
        "    if False:\n",
        MAIL,
        "repeat",
    ),
    Guard(
        "a lock that another process holds",
        "reports/content/process_lock.py",
        "            yield False\n",
        "            yield True\n",
        LOCKS,
    ),
    Guard(
        "a publication that is one transaction",
        "reports/publishing/scheduled.py",
        "        with transaction.atomic():\n            due = ",
        "        if True:\n            due = ",
        SCHEDULED,
        "holds_back",
        breaks=True,
    ),
    Guard(
        "a queue that is looked at again before something is published",
        "reports/publishing/scheduled.py",
        "Revision.objects.filter(approved_go_live_at__lt=timezone.now(), pk=pk)",
        "Revision.objects.filter(pk=pk)",
        SCHEDULED,
        "meanwhile",
    ),
]

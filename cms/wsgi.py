"""The WSGI application. In production set DJANGO_SETTINGS_MODULE=cms.settings.production."""

import gc
import os
import sys
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from cms.operations.failed_start import exiting_with_one_line
from cms.settings import process

# A request gives the interpreter away at each statement and waits this long, in seconds, to get it
# back from a thread that computes. With Python's 5 ms, an answer costs 12 to 15 % less processor
# time (8 clients, nothing kept), but a reader waits 1.4 to 3.6 times as long while others send
# costly documents: medians of alternating rounds, see benchmarks/pressure.py.
sys.setswitchinterval(0.0002)

process.mark_web()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

with exiting_with_one_line():
    django_application = get_wsgi_application()
    repeated_responses = import_module("cms.http.repeated_responses")
    repeating = repeated_responses.RepeatingApplication(django_application)
    admission = import_module("cms.http.body_admission")
    application = admission.BodyAdmissionApplication(repeating, settings.WEB_THREADS)
    import_module("cms.operations.deployment").log_problems()
    import_module("cms.operations.error_reports").start()
    import_module(settings.ROOT_URLCONF)

# What is loaded by now stays: a full collection that walks it all stops every thread for 0.1 s.
gc.collect()
gc.freeze()
# Python looks for cycles after each 700 new objects. An answer makes thousands of objects and
# leaves no cycles: looking for them took 2 to 3 % of its processor time.
gc.set_threshold(5_000)

if settings.OUTBOX_IN_SERVER:
    import_module("reports.publishing.outbox.server_threads").start()
